import { createHash } from 'node:crypto'
import type { TreeHash } from '#core/journal/merkle-tree.ts'

const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

/** SM3 (GB/T 32905) of some bytes, as hexadecimal text. */
export function sm3(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sm3')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** The tree of the journal: RFC 6962 with SM3. */
export const journalHash: TreeHash = {
  leaf: (content) => sm3(LEAF, content),
  node: (left, right) => sm3(NODE, Buffer.from(left, 'hex'), Buffer.from(right, 'hex')),
  empty: sm3(),
}
