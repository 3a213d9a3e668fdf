import type { Commitment } from '#core/commitment/commitment.ts'
import { unplaced } from '#core/revision/revised-reading.ts'
import { type Span, textOf } from '#core/text/span.ts'

/** A commitment that stays on the revision it was read from, once its plan has a later one: it keeps its words and what it promises, without a place in the new text. */
export function citing(
  commitment: Commitment,
  earlier: { readonly revision: number; readonly text: string },
  at: Span | null = null,
): Commitment {
  const { span, sentence, reading, original, own, cited } = commitment
  const version = commitment.version + 1
  if (span === null) return cited === undefined ? commitment : { ...commitment, cited: { ...cited, at }, version }
  const whole = sentence ?? span
  const from = Math.max(0, span.start - whole.start)
  return {
    ...commitment,
    span: null,
    sentence: null,
    own: own === null ? null : { span: null, sentence: null, text: own.text },
    reading: unplaced(reading),
    original: original === null ? null : unplaced(original),
    cited: {
      revision: earlier.revision,
      sentence: textOf(earlier.text, whole),
      span: { start: from, end: from + span.end - span.start },
      at,
    },
    version,
  }
}

/** The same words in a new text, the nearest to a place; null where they do not stand there. */
export function findWords(text: string, words: string, near: number): { readonly start: number; readonly end: number } | null {
  let best: number | null = null
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (best === null || Math.abs(at - near) < Math.abs(best - near)) best = at
  return best === null ? null : { start: best, end: best + words.length }
}
