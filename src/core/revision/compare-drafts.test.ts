import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument, promised, type Promised, writeOut, type Written } from '#core/revision/compare.fixture.ts'
import { compareDrafts } from '#core/revision/compare-drafts.ts'

/** What a person does to a plan between two versions. */
type Edit =
  | { readonly kind: 'number' | 'org' | 'remove'; readonly at: number }
  | { readonly kind: 'add'; readonly at: number; readonly seed: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('number' as const, 'org' as const, 'remove' as const), at: fc.nat(40) }),
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(10), seed: fc.integer({ min: 200, max: 400 }) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(40), to: fc.nat(10) }),
)

function into(nth: number, promise: Promised, from: readonly Written[]): readonly Written[] {
  return from.map((measure, at) => (at === nth % from.length ? { ...measure, promises: [...measure.promises, promise] } : measure))
}

function edited(measures: readonly Written[], edit: Edit): readonly Written[] {
  const all = measures.flatMap(({ promises }) => promises)
  const one = all[edit.at % Math.max(1, all.length)]
  const map = (of: (promise: Promised) => readonly Promised[]): readonly Written[] =>
    measures.map((measure) => ({ ...measure, promises: measure.promises.flatMap(of) }))
  if (edit.kind === 'add') {
    const added = promised(edit.seed)
    return all.some(({ key }) => key === added.key) ? measures : into(edit.at, added, measures)
  }
  if (one === undefined) return measures
  if (edit.kind === 'remove') return map((each) => (each === one ? [] : [each]))
  if (edit.kind === 'move')
    return into(
      edit.to,
      one,
      map((each) => (each === one ? [] : [each])),
    )
  return map((each) =>
    each !== one ? [each] : [edit.kind === 'number' ? { ...one, number: one.number + 21 } : { ...one, org: `${one.org}督查组` }],
  )
}

function promisesOf(measures: readonly Written[]): ReadonlyMap<string, Promised> {
  return new Map(measures.flatMap((measure) => measure.promises.map((promise) => [promise.key, promise] as const)))
}

test('whatever is edited is found again, and nothing else', () => {
  fc.assert(
    fc.property(anyDocument, fc.array(anyEdit, { maxLength: 12 }), (before, edits) => {
      const after = edits.reduce(edited, before)
      const [old, next] = [writeOut(before), writeOut(after)]
      const [were, are] = [promisesOf(before), promisesOf(after)]
      const found = compareDrafts(old.side, next.side).pairs.map(({ kind, old: from, next: to, differences }) => {
        const [one, other] = [old.keys.get(from ?? '') ?? null, next.keys.get(to ?? '') ?? null]
        return `${one} ${other} ${kind} ${differences.join()}`
      })
      const expected = [
        ...[...are].map(([key, now]) => {
          const was = were.get(key)
          if (was === undefined) return `null ${key} new `
          const differences = [
            ...(was.number === now.number && was.org === now.org ? [] : ['wording']),
            ...(was.number === now.number ? [] : ['target']),
            ...(was.org === now.org ? [] : ['responsibility']),
          ]
          return `${key} ${key} ${differences.length === 0 ? 'kept' : 'changed'} ${differences.join()}`
        }),
        ...[...were.keys()].filter((key) => !are.has(key)).map((key) => `${key} null gone `),
      ]
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
    { numRuns: 300 },
  )
})

const DOCUMENT: readonly Written[] = [
  { title: '改进中心组学习', promises: [promised(1), promised(2), promised(3)] },
  { title: '精简会议文件', promises: [promised(4), promised(5)] },
]

test('a document against itself is all kept, in order', () => {
  const { side } = writeOut(DOCUMENT)
  const { pairs, clauses } = compareDrafts(side, side)
  expect(pairs.map(({ kind, old, next, isMoved }) => [kind, old === next, isMoved])).toEqual(
    Array.from({ length: 5 }, () => ['kept', true, false]),
  )
  expect(clauses.every(([old, next]) => old === next)).toBe(true)
})

test('measures put in another order and numbered anew are the same', () => {
  const { pairs } = compareDrafts(writeOut(DOCUMENT).side, writeOut(DOCUMENT.toReversed()).side)
  expect(pairs.map(({ kind, isMoved }) => `${kind} ${isMoved}`)).toEqual(Array.from({ length: 5 }, () => 'kept false'))
})

test('what hangs on another measure has moved', () => {
  const [first, second] = DOCUMENT
  const moved = [
    { ...first, promises: first?.promises.slice(1) ?? [], title: first?.title ?? '' },
    { ...second, promises: [...(second?.promises ?? []), promised(1)], title: second?.title ?? '' },
  ]
  const { pairs } = compareDrafts(writeOut(DOCUMENT).side, writeOut(moved).side)
  expect(pairs.filter(({ isMoved }) => isMoved)).toMatchObject([{ kind: 'kept', old: 'k0', next: 'k4' }])
})

test('blanks, breaks and other quotation marks are no change', () => {
  const one = [{ title: '改进学习', promises: [{ ...promised(1), words: '围绕“审判执行”难点组织研讨' }] }]
  const other = [{ title: '改进 学习', promises: [{ ...promised(1), words: '围绕「审判\n执行」难点 组织研讨' }] }]
  expect(compareDrafts(writeOut(one).side, writeOut(other).side).pairs).toMatchObject([{ kind: 'kept', differences: [] }])
})

test('lines worded alike are told apart by where they stand', () => {
  const limit: Promised = { key: 'limit', words: '限期', number: 6, org: '办公室' }
  const measures = (titles: readonly string[]): readonly Written[] => titles.map((title) => ({ title, promises: [limit] }))
  const { pairs } = compareDrafts(
    writeOut(measures(['健全审委会规则', '清理长期未结案件', '开展庭审观摩'])).side,
    writeOut(measures(['健全审委会规则', '开展庭审观摩'])).side,
  )
  expect(pairs.map(({ kind, old, next }) => [kind, old, next])).toEqual([
    ['kept', 'k0', 'k0'],
    ['gone', 'k1', null],
    ['kept', 'k2', 'k1'],
  ])
})

test('a rewritten sentence of the same measure is changed, another one is not it', () => {
  const words = { ...promised(1), words: '每年组织全院干警开展党性教育专题培训' }
  const rewritten = { ...words, words: '每年组织全院干警和书记员开展党性教育、廉政教育专题培训' }
  const other = { ...words, words: '每季度向社会公布司法公开评估结果并接受评议' }
  const kinds = (after: Promised): readonly string[] =>
    compareDrafts(
      writeOut([{ title: '改进学习', promises: [words] }]).side,
      writeOut([{ title: '改进学习', promises: [after] }]).side,
    ).pairs.map(({ kind }) => kind)
  expect(kinds(rewritten)).toEqual(['changed'])
  expect(kinds(other).toSorted()).toEqual(['gone', 'new'])
})
