import * as z from 'zod'

/**
 * Whence a commitment came that no clause of a document says: a finding of an inspection (`inspection`: which, `title`: its name), or what a unit found with itself
 * in a 举一反三 (`review`). `ordinal`: which finding of that inspection.
 */
export const CommitmentSource = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('inspection-finding'),
      finding: z.uuid(),
      inspection: z.uuid(),
      title: z.string(),
      ordinal: z.number().int(),
    })
    .readonly(),
  z.object({ kind: z.literal('similar-case'), review: z.uuid(), org: z.uuid() }).readonly(),
])
export type CommitmentSource = z.infer<typeof CommitmentSource>
