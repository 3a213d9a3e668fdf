import { expect, test } from 'vitest'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { commitment, counting } from '#core/occurrence/world.fixture.ts'
import { circleFrom, namedBy } from '#core/terms/circle.ts'

const [a, b, c, d] = [1, 2, 3, 4].map(commitment).map((id) => CommitmentId.parse(id))
const ids = (...numbers: readonly number[]) => numbers.map(commitment)

test.for([
  [{ 1: [] }, null],
  [{ 1: [1] }, [1]],
  [{ 1: [2], 2: [1] }, [1, 2]],
  [{ 1: [2], 2: [3], 3: [1] }, [1, 2, 3]],
  [{ 1: [3, 2], 2: [1], 3: [] }, [1, 2]],
  // a circle among others that does not lead back is not this one's
  [{ 1: [2], 2: [3], 3: [2] }, null],
  [{ 1: [2, 3], 2: [4], 3: [4], 4: [] }, null],
] as const satisfies readonly (readonly [Readonly<Record<number, readonly number[]>>, readonly number[] | null])[])(
  '%j leads back by %j',
  ([rules, circle]) => {
    const named = new Map(Object.entries(rules).map(([number, others]) => [commitment(Number(number)), ids(...others)]))
    expect(circleFrom(commitment(1), named)).toEqual(circle === null ? null : ids(...circle))
  },
)

test('what rules ask about: exclusions, the whole a part is of, both sides of a share', () => {
  const side = (within: typeof a) => ({ measure: { kind: 'count' as const }, counting: { ...counting, within: within ?? null } })
  const measure = { kind: 'ratio' as const, numerator: side(b), denominator: side(c) }
  expect(namedBy({ counting: { ...counting, notWith: d === undefined ? [] : [d] }, measure }, null)).toEqual([d, b, c])
  expect(namedBy({ counting, measure: null }, a ?? null)).toEqual([a])
  expect(namedBy({ counting: { ...counting, within: b ?? null }, measure: null }, a ?? null)).toEqual([b])
})
