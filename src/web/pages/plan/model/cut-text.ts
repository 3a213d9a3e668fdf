import type { Span } from '#core/text/span.ts'

/** Places in a text where a person may cut it: after a mark of punctuation, never at the ends. */
export function cutPlaces(text: string): readonly number[] {
  return [...text.matchAll(/[，、；;,。：:]/gu)]
    .map(({ index }) => index + 1)
    .filter((place) => text.slice(place).trim() !== '' && place > 1)
}

/** The parts between the cuts, without punctuation and white space at their ends; offsets count from the start of the text. */
export function partsOf(text: string, cuts: readonly number[]): readonly Span[] {
  const edges = [0, ...cuts.toSorted((a, b) => a - b), text.length]
  return edges.slice(0, -1).flatMap((start, index) => {
    const raw = text.slice(start, edges[index + 1])
    const inner = raw.replace(/^[\s，、；;,。：:]+/u, '')
    const words = inner.replace(/[\s，、；;,。：:]+$/u, '')
    const from = start + raw.length - inner.length
    return words === '' ? [] : [{ start: from, end: from + words.length }]
  })
}
