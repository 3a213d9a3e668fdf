import type { Outline, Responsibility } from '#compiler/outline/outline.ts'
import type { Span } from '#core/text/span.ts'

/** The text with the words that say who answers blanked out, so that no deed or subject is read from them; offsets stay. */
export function withoutAsides(folded: string, asides: readonly Span[]): string {
  let kept = ''
  let from = 0
  for (const { start, end } of asides.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue
    kept += folded.slice(from, start) + ' '.repeat(end - start)
    from = end
  }
  return kept + folded.slice(from)
}

/** Who answers for a sentence alone, where the text says so; sentences are asked for in text order. */
export function answeredAt({ answered }: Outline): (sentence: Span) => Responsibility | null {
  const ordered = answered.toSorted((a, b) => a.span.start - b.span.start)
  let next = 0
  return ({ start, end }) => {
    while (next < ordered.length && (ordered[next]?.span.end ?? 0) <= start) next++
    const one = ordered[next]
    return one !== undefined && one.span.start < end ? one.responsibility : null
  }
}
