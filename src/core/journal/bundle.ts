import * as z from 'zod'
import { Instant } from '#core/day/day.ts'
import { SignedHead } from '#core/journal/head.ts'
import { Payload, SealedEntry } from '#core/journal/leaf.ts'

/**
 * A line of an exported journal, in this order: one `bundle`; every sealed entry in the order of its leaf, with what was changed (null: erased); each head behind
 * the entry that ends it; one `end`. JSON, one line each, so that a journal of any length is written and read in a stream.
 */
export const BundleLine = z.union([
  z
    .strictObject({
      bundle: z.strictObject({
        form: z.literal('xiaohao-journal-export/1'),
        jurisdiction: z.uuid(),
        name: z.string(),
        exportedAt: Instant,
        /** Public keys by their fingerprints: uncompressed points, hexadecimal. */
        keys: z.record(z.string(), z.string()).readonly(),
      }),
    })
    .readonly(),
  z.strictObject({ entry: SealedEntry, payload: Payload.nullable() }).readonly(),
  z.strictObject({ head: SignedHead }).readonly(),
  /** `unsealed`: entries that no head covers yet; they follow with the next. */
  z.strictObject({ end: z.strictObject({ entries: z.number().int(), heads: z.number().int(), unsealed: z.number().int() }) }).readonly(),
])
export type BundleLine = z.infer<typeof BundleLine>
