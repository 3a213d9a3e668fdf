/** Hashes of a tree. Bytes stand as lower-case hexadecimal text. */
export interface TreeHash {
  /** Of a leaf's content: the digest of 0x00 and the content. */
  readonly leaf: (content: string) => string
  /** Of two nodes: the digest of 0x01 and both. */
  readonly node: (left: string, right: string) => string
  /** Of nothing: the root of a tree without leaves. */
  readonly empty: string
}

/**
 * The right edge of a Merkle tree (RFC 6962, 2.1): the roots of its perfect parts, the largest first, one for each bit of `size`. All that is needed to add a
 * leaf and to give the root.
 */
export interface Frontier {
  readonly size: number
  readonly roots: readonly string[]
}

export const emptyFrontier: Frontier = { size: 0, roots: [] }

/** The frontier with one leaf more. */
export function addLeaf(hash: TreeHash, { size, roots }: Frontier, leaf: string): Frontier {
  const stack = [...roots, leaf]
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const [right, left] = [stack.pop(), stack.pop()]
    if (right === undefined || left === undefined) throw new Error('a frontier has one root for each bit of its size')
    stack.push(hash.node(left, right))
  }
  return { size: size + 1, roots: stack }
}

/** The root of the tree (MTH of RFC 6962). */
export function rootOf(hash: TreeHash, { roots }: Frontier): string {
  const [last, ...rest] = roots.toReversed()
  return last === undefined ? hash.empty : rest.reduce((right, left) => hash.node(left, right), last)
}

/** The root over some leaves. */
export function rootOfLeaves(hash: TreeHash, leaves: readonly string[]): string {
  return rootOf(
    hash,
    leaves.reduce((frontier, leaf) => addLeaf(hash, frontier, leaf), emptyFrontier),
  )
}

/** The proof that the leaf at `index` stands in the tree of these leaves (PATH of RFC 6962, 2.1.1): the neighbours on the way up. */
export function proveInclusion(hash: TreeHash, leaves: readonly string[], index: number): readonly string[] {
  if (leaves.length <= 1) return []
  const middle = largestPowerBelow(leaves.length)
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)]
  return index < middle
    ? [...proveInclusion(hash, left, index), rootOfLeaves(hash, right)]
    : [...proveInclusion(hash, right, index - middle), rootOfLeaves(hash, left)]
}

/** Whether a leaf stands at `index` in the tree of `size` leaves with this root (RFC 9162, 2.1.3.2). */
export function isIncluded(
  hash: TreeHash,
  { leaf, index, size, root }: { readonly leaf: string; readonly index: number; readonly size: number; readonly root: string },
  proof: readonly string[],
): boolean {
  if (index < 0 || index >= size) return false
  let [at, last, node] = [index, size - 1, leaf]
  for (const neighbour of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      node = hash.node(neighbour, node)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else node = hash.node(node, neighbour)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && node === root
}

/** The proof that the tree of the first `earlier` leaves is the beginning of the tree of all (PROOF of RFC 6962, 2.1.2). */
export function proveConsistency(hash: TreeHash, leaves: readonly string[], earlier: number): readonly string[] {
  return earlier <= 0 || earlier >= leaves.length ? [] : subProof(hash, leaves, earlier, true)
}

function subProof(hash: TreeHash, leaves: readonly string[], earlier: number, isWhole: boolean): readonly string[] {
  if (earlier === leaves.length) return isWhole ? [] : [rootOfLeaves(hash, leaves)]
  const middle = largestPowerBelow(leaves.length)
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)]
  return earlier <= middle
    ? [...subProof(hash, left, earlier, isWhole), rootOfLeaves(hash, right)]
    : [...subProof(hash, right, earlier - middle, false), rootOfLeaves(hash, left)]
}

/** A tree by its size and root. */
export interface TreeHead {
  readonly size: number
  readonly root: string
}

/** Whether one tree is the beginning of another (RFC 9162, 2.1.4.2). The empty tree is the beginning of every tree. */
export function isConsistent(hash: TreeHash, earlier: TreeHead, later: TreeHead, proof: readonly string[]): boolean {
  if (earlier.size > later.size) return false
  if (earlier.size === later.size) return proof.length === 0 && earlier.root === later.root
  if (earlier.size === 0) return proof.length === 0 && earlier.root === hash.empty
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : [...proof]
  const first = path.shift()
  if (first === undefined) return false
  let [at, last] = [earlier.size - 1, later.size - 1]
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  let [old, now] = [first, first]
  for (const neighbour of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[old, now] = [hash.node(neighbour, old), hash.node(neighbour, now)]
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else now = hash.node(now, neighbour)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && old === earlier.root && now === later.root
}

function largestPowerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count))
}
