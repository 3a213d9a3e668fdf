import * as z from 'zod'
import { Instant } from '#core/day/day.ts'

/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export const Json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Json).readonly(), z.record(z.string(), Json).readonly()]),
)

/** 操作留痕 as it is sealed: who did what to what, when and from where. `payload`: the digest of what stood before and after (`payloadOf`). */
export const SealedEntry = z
  .strictObject({
    id: z.uuid(),
    jurisdiction: z.uuid(),
    at: Instant,
    actor: z.uuid().nullable(),
    actorName: z.string(),
    actorPost: z.string().nullable(),
    /** Their unit, as it was called then; not there where they belong to none. */
    actorOrg: z.string().optional(),
    address: z.string().nullable(),
    request: z.string(),
    verb: z.string(),
    subjectKind: z.string(),
    subject: z.string(),
    result: z.enum(['done', 'refused']),
    payload: z.string(),
  })
  .readonly()
export type SealedEntry = z.infer<typeof SealedEntry>

/**
 * What a verb changed, with the salt of its entry (hexadecimal; '' in entries from before there was one). The digest of its canonical text is sealed, not the
 * text: it can be erased without breaking a proof, and nobody can guess it from the digest.
 */
export const Payload = z.strictObject({ salt: z.string(), before: Json, after: Json }).readonly()
export type Payload = z.infer<typeof Payload>

/** The content of the leaf of an entry: canonical JSON with the version of this form. */
export function leafContent({ actorOrg, ...entry }: SealedEntry): string {
  return canonicalJson({ form: 'xiaohao-journal/1', ...entry, ...(actorOrg === undefined ? {} : { actorOrg }) })
}

/** The text whose digest is the payload of an entry. */
export function payloadContent({ salt, before, after }: Payload): string {
  return canonicalJson({ salt, before, after })
}

/** JSON with its keys in the order of their code units and no blanks: the same value gives the same text everywhere (RFC 8785 but for numbers that are no integers). */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const keys = Object.keys(value).toSorted()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
