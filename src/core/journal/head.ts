import * as z from 'zod'
import { Instant } from '#core/day/day.ts'

/** 封存点: the journal of a jurisdiction up to its `size`-th entry has this root, as it stood at `at`, signed by the installation's key (`key`: its fingerprint). */
export const SignedHead = z
  .strictObject({
    jurisdiction: z.uuid(),
    size: z.number().int().min(1),
    root: z.string().regex(/^[0-9a-f]{64}$/),
    at: Instant,
    key: z.string(),
    /** SM2 with SM3, DER as hexadecimal text, over `headContent`. */
    signature: z.string().regex(/^[0-9a-f]+$/),
  })
  .readonly()
export type SignedHead = z.infer<typeof SignedHead>

/** What is signed of a head: lines of text, so that anybody can rebuild it. */
export function headContent({ jurisdiction, size, root, at }: Omit<SignedHead, 'key' | 'signature'>): string {
  return `xiaohao-journal-head/1\n${jurisdiction}\n${size}\n${root}\n${at}\n`
}
