import * as z from 'zod'
import type { Procedure } from '#test/database/procedures.ts'

const Schema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  minItems: z.number().optional(),
  minimum: z.number().optional(),
  minLength: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  default: z.unknown().optional(),
})

const TEXTS = ['study-session', 'a', '1', 'S1', '2026-03-02', '2026-03', 'https://a']

/** The smallest value that fits a JSON schema; every id in it is `id`. */
function sampleOf(schema: unknown, id: string): unknown {
  const found = Schema.safeParse(schema).data ?? {}
  const choices = found.anyOf ?? found.oneOf
  if (found.enum) return found.enum[0]
  if (found.const !== undefined) return found.const
  if (choices) return sampleOf(choices[0], id)
  switch (found.type) {
    case 'object': {
      const required = new Set(found.required)
      const entries = Object.entries(found.properties ?? {}).filter(([name]) => required.has(name))
      return Object.fromEntries(entries.map(([name, value]) => [name, sampleOf(value, id)]))
    }
    case 'array':
      return Array.from({ length: found.minItems ?? 0 }, () => sampleOf(found.items, id))
    case 'integer':
    case 'number':
      return Math.max(found.minimum ?? 1, 1)
    case 'boolean':
      return false
    case 'string':
      return textOf(found, id)
    default:
      return null
  }
}

function textOf({ format, pattern, minLength = 1 }: z.infer<typeof Schema>, id: string): string {
  if (format === 'uuid') return id
  if (format === 'date') return '2026-03-02'
  if (format === 'date-time') return '2026-03-02T00:00:00.000Z'
  const fits = new RegExp(pattern ?? '', 'u')
  return [id, ...TEXTS].find((text) => pattern !== undefined && fits.test(text)) ?? 'xx'.repeat(minLength)
}

/** A request of the procedure with the smallest input. */
export function sampleRequest(procedure: Procedure, id: string): { readonly url: string; readonly payload: object | null } {
  const sampled = procedure.input === null ? {} : sampleOf(procedure.input, id)
  const values: Record<string, unknown> = typeof sampled === 'object' && sampled !== null ? { ...sampled } : {}
  const path = procedure.path.replaceAll(/\{\+?(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    delete values[name]
    return encodeURIComponent(String(value))
  })
  if (procedure.method !== 'GET') return { url: `/api${path}`, payload: values }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== null) query.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  return { url: `/api${path}?${query.toString()}`, payload: null }
}
