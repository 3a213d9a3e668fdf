import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addLeaf,
  emptyFrontier,
  isConsistent,
  isIncluded,
  proveConsistency,
  proveInclusion,
  rootOf,
  rootOfLeaves,
  type TreeHash,
} from './merkle-tree.ts'

const sha256 = (...parts: readonly Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest('hex')
const hash: TreeHash = {
  leaf: (content) => sha256(Buffer.from([0]), Buffer.from(content, 'hex')),
  node: (left, right) => sha256(Buffer.from([1]), Buffer.from(left, 'hex'), Buffer.from(right, 'hex')),
  empty: sha256(),
}

/** The test vectors that implementations of certificate transparency share: eight leaves and the roots of their beginnings. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(hash.leaf)
test.for([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
] as const)('the root of %i leaves', ([count, root]) => {
  expect(rootOfLeaves(hash, LEAVES.slice(0, count))).toBe(root)
})

const leaves = fc
  .array(fc.stringMatching(/^[0-9a-f]{8}$/), { minLength: 1, maxLength: 70 })
  .map((all) => all.map((each) => hash.leaf(each)))
const flip = (hex: string) => `${hex.startsWith('0') ? '1' : '0'}${hex.slice(1)}`

describe('a proof', () => {
  test('of inclusion holds for each leaf, and for no other leaf, place, size or root', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (all, seed) => {
        const index = seed % all.length
        const leaf = all[index] ?? ''
        const head = { leaf, index, size: all.length, root: rootOfLeaves(hash, all) }
        const proof = proveInclusion(hash, all, index)
        expect(isIncluded(hash, head, proof)).toBe(true)
        expect(isIncluded(hash, { ...head, leaf: flip(leaf) }, proof)).toBe(false)
        expect(isIncluded(hash, { ...head, root: flip(head.root) }, proof)).toBe(false)
        expect(isIncluded(hash, { ...head, index: all.length }, proof)).toBe(false)
        expect(isIncluded(hash, head, [...proof, head.root])).toBe(false)
        expect(proof.length > 0 && isIncluded(hash, head, proof.slice(1))).toBe(false)
        const other = all.findIndex((each, at) => at !== index && each !== leaf)
        expect(other >= 0 && isIncluded(hash, { ...head, index: other }, proof)).toBe(false)
      }),
    )
  })

  test('of consistency holds for each beginning, and for no other', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (all, seed) => {
        const size = seed % (all.length + 1)
        const earlier = { size, root: rootOfLeaves(hash, all.slice(0, size)) }
        const later = { size: all.length, root: rootOfLeaves(hash, all) }
        const proof = proveConsistency(hash, all, size)
        expect(isConsistent(hash, earlier, later, proof)).toBe(true)
        expect(isConsistent(hash, { ...earlier, root: flip(earlier.root) }, later, proof)).toBe(false)
        expect(isConsistent(hash, later, earlier, proof)).toBe(size === all.length)
        const changed = [...all.slice(0, Math.max(0, size - 1)).map(flip), ...all.slice(Math.max(0, size - 1))]
        const other = { size: all.length, root: rootOfLeaves(hash, changed) }
        expect(size > 1 && isConsistent(hash, earlier, other, proveConsistency(hash, changed, size))).toBe(false)
      }),
    )
  })
})

test('a frontier grows leaf by leaf to the same root', () => {
  fc.assert(
    fc.property(leaves, (all) => {
      let frontier = emptyFrontier
      for (const leaf of all) frontier = addLeaf(hash, frontier, leaf)
      expect(frontier.size).toBe(all.length)
      expect(rootOf(hash, frontier)).toBe(rootByDefinition(all))
    }),
  )
})

/** MTH as RFC 6962 writes it. */
function rootByDefinition(all: readonly string[]): string {
  if (all.length <= 1) return all[0] ?? hash.empty
  let middle = 1
  while (middle * 2 < all.length) middle *= 2
  return hash.node(rootByDefinition(all.slice(0, middle)), rootByDefinition(all.slice(middle)))
}
