import type { CompiledQuery } from 'kysely'
import { demandOwn, type Tx } from '#server/db/connect.ts'

/** What a statement is given, by name; all as text. `jurisdictionId`: whose rows it is about. */
type Given = Readonly<Record<string, string>> & { readonly jurisdictionId: string }

interface Built<R> {
  readonly query: CompiledQuery<R>
  /** The names of what stands at its places. */
  readonly names: readonly string[]
}

/**
 * A large statement whose text is always the same: put together and looked through by the guard when it is first run, and only given other values from then on.
 * What it is given must reach the database as it is.
 */
export function builtOnce<G extends Given, R>(
  build: (tx: Tx, given: G) => { compile: () => CompiledQuery<R> },
): (tx: Tx, given: G) => Promise<void> {
  let built: Built<R> | null = null
  return async (tx, given) => {
    demandOwn(tx, given.jurisdictionId)
    if (built === null) {
      const query = build(tx, given).compile()
      const names = namesOf(query.parameters, given)
      // two that are the same now cannot be told apart: the next time may tell
      if (names !== null) built = { query, names }
      await tx.executeQuery(query)
      return
    }
    await tx.executeQuery({ ...built.query, parameters: built.names.map((name) => given[name]) })
  }
}

function namesOf(parameters: readonly unknown[], given: Given): readonly string[] | null {
  const names = new Map(Object.entries(given).map(([name, value]) => [value, name]))
  if (names.size < Object.keys(given).length) return null
  return parameters.map((parameter) => {
    const name = typeof parameter === 'string' ? names.get(parameter) : undefined
    if (name === undefined) throw new Error('a statement that is built once was given something else')
    return name
  })
}
