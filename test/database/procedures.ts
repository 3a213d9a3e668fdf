import { traverseContractProcedures } from '@orpc/server'
import * as z from 'zod'
import { contract } from '#contract/contract.ts'

/** A procedure of the contract, as it is asked over HTTP. */
export interface Procedure {
  /** `plan.get`. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api`, with `{parameters}`. */
  readonly path: string
  /** JSON schema of its input; null where it takes none. */
  readonly input: Readonly<Record<string, unknown>> | null
}

/** Every procedure of the contract. */
export function everyProcedure(): Procedure[] {
  const found: Procedure[] = []
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
    const { route, inputSchema } = procedure['~orpc']
    found.push({
      name: path.join('.'),
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).parse(route.method),
      path: route.path ?? '',
      input: inputSchema instanceof z.ZodType ? z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) : null,
    })
  })
  return found
}
