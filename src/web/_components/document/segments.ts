import type { CommitmentId, CommitmentState } from '#core/commitment/commitment.ts'
import type { ReadingKind } from '#core/draft/reading.ts'
import { covers, type Span } from '#core/text/span.ts'

/** A commitment's place in the document. */
export interface Mark {
  readonly id: CommitmentId
  readonly span: Span
  readonly ref: string
  readonly kind: ReadingKind
  readonly state: CommitmentState
}

/** What else lies over the text: run-in titles, the sentence in focus, the value pointed at, text inserted by a tracked change. */
export interface Overlays {
  readonly strong: readonly Span[]
  readonly sentence: Span | null
  readonly spot: Span | null
  readonly inserted: readonly Span[]
}

/** A stretch of text that looks the same throughout. `marks`: innermost first; `starts`: those that begin here. */
export interface Segment {
  readonly span: Span
  readonly marks: readonly Mark[]
  readonly starts: readonly Mark[]
  readonly strong: boolean
  readonly sentence: boolean
  readonly spot: boolean
  readonly inserted: boolean
}

/** Cuts a stretch of text wherever a mark or an overlay begins or ends. The segments cover it without gap, in order. */
export function cut(stretch: Span, marks: readonly Mark[], overlays: Overlays): readonly Segment[] {
  const overlaySpans = [...overlays.strong, ...overlays.inserted, overlays.sentence, overlays.spot].filter((span) => span !== null)
  const edges = new Set([stretch.start, stretch.end])
  for (const { start, end } of [...marks.map((mark) => mark.span), ...overlaySpans]) {
    if (start > stretch.start && start < stretch.end) edges.add(start)
    if (end > stretch.start && end < stretch.end) edges.add(end)
  }
  const sorted = [...edges].toSorted((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => {
    const span = { start, end: sorted[index + 1] ?? stretch.end }
    const under = (outer: Span | null): boolean => outer !== null && covers(outer, span)
    const over = marks.filter((mark) => under(mark.span)).toSorted((a, b) => lengthOf(a.span) - lengthOf(b.span))
    return {
      span,
      marks: over,
      starts: over.filter((mark) => mark.span.start === start),
      strong: overlays.strong.some(under),
      sentence: under(overlays.sentence),
      spot: under(overlays.spot),
      inserted: overlays.inserted.some(under),
    }
  })
}

function lengthOf({ start, end }: Span): number {
  return end - start
}
