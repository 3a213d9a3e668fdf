import * as z from 'zod'
import { SignedHead } from '#core/journal/head.ts'
import { leafContent, Payload, payloadContent, SealedEntry } from '#core/journal/leaf.ts'
import { isIncluded } from '#core/journal/merkle-tree.ts'
import { headContent } from '#core/journal/head.ts'
import type { VerifyParts } from '#core/journal/verify.ts'

/** 存证: one entry, its place under a signed head and the neighbours on the way up. Says nothing of any other entry. */
export const EntryProof = z
  .strictObject({
    proof: z.literal('xiaohao-journal-proof/1'),
    entry: SealedEntry,
    payload: Payload.nullable(),
    index: z.number().int().min(0),
    path: z.array(z.string().regex(/^[0-9a-f]{64}$/)).readonly(),
    head: SignedHead,
    publicKey: z.string(),
  })
  .readonly()
export type EntryProof = z.infer<typeof EntryProof>

/** Whether a proof holds: its payload is the one that was sealed, it stands under the head, and the head is signed by the key. */
export function isProven(
  { entry, payload, index, path, head, publicKey }: EntryProof,
  { tree, digest, isSigned }: Pick<VerifyParts, 'tree' | 'digest' | 'isSigned'>,
): boolean {
  const isPayload = payload === null || digest(payloadContent(payload)) === entry.payload
  const leaf = tree.leaf(leafContent(entry))
  const isUnderHead = entry.jurisdiction === head.jurisdiction && isIncluded(tree, { leaf, index, size: head.size, root: head.root }, path)
  return isPayload && isUnderHead && isSigned(publicKey, headContent(head), head.signature)
}
