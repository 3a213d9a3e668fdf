import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { covers } from '#core/text/span.ts'
import { cut, type Mark, type Overlays } from './segments.ts'

const none: Overlays = { strong: [], sentence: null, spot: null, inserted: [] }

function mark(number: number, start: number, end: number): Mark {
  const id = CommitmentId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)
  return { id, span: { start, end }, ref: String(number), kind: 'count', state: 'draft' }
}

test('an inner mark comes before the outer one and starts where it begins', () => {
  const segments = cut({ start: 0, end: 20 }, [mark(1, 2, 12), mark(2, 6, 9)], none)
  expect(segments.map(({ span, marks, starts }) => [span.start, span.end, marks.map((m) => m.ref), starts.map((m) => m.ref)])).toEqual([
    [0, 2, [], []],
    [2, 6, ['1'], ['1']],
    [6, 9, ['2', '1'], ['2']],
    [9, 12, ['1'], []],
    [12, 20, [], []],
  ])
})

test('overlays cut the text too', () => {
  const segments = cut({ start: 10, end: 30 }, [], { ...none, sentence: { start: 5, end: 15 }, spot: { start: 12, end: 14 } })
  expect(segments.map(({ span, sentence, spot }) => [span.start, span.end, sentence, spot])).toEqual([
    [10, 12, true, false],
    [12, 14, true, true],
    [14, 15, true, false],
    [15, 30, false, false],
  ])
})

const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))

test('segments cover the stretch without gap, and know every mark over them', () => {
  fc.assert(
    fc.property(span, fc.array(span, { maxLength: 12 }), span, (stretch, spans, sentence) => {
      const marks = spans.map(({ start, end }, index) => mark(index, start, end))
      const segments = cut(stretch, marks, { ...none, sentence })
      expect(segments[0]?.span.start).toBe(stretch.start)
      expect(segments.at(-1)?.span.end).toBe(stretch.end)
      expect(segments.slice(1).map((each) => each.span.start)).toEqual(segments.slice(0, -1).map((each) => each.span.end))
      for (const segment of segments) {
        expect(new Set(segment.marks)).toEqual(new Set(marks.filter((each) => covers(each.span, segment.span))))
      }
    }),
  )
})
