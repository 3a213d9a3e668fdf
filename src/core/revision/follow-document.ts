import type { Commitment } from '#core/commitment/commitment.ts'
import { citing, findWords } from '#core/revision/cite.ts'
import { revisedReading, unplaced } from '#core/revision/revised-reading.ts'
import type { Read } from '#core/revision/side.ts'
import { sentenceAround } from '#core/text/sentence.ts'

/** What a part was split from, and how the new document has it. */
export interface Whole {
  readonly whole: Commitment
  readonly next: Read
  readonly isChanged: boolean
}

interface Onto {
  readonly text: string
  /** Where it is looked for first. */
  readonly near: number
  readonly whole: Whole | null
  readonly earlier: { readonly revision: number; readonly text: string }
}

/**
 * What a person added or split off, in a new document: at its words where they stand in it, else on the earlier revision. What it promises stays as the person said,
 * also where the document now says otherwise of the whole.
 */
export function followDocument(commitment: Commitment, { text, near, whole, earlier }: Onto): Commitment {
  const { span, reading, original, version } = commitment
  if (span === null) return commitment
  const found = findWords(text, commitment.text, whole?.next.span.start ?? near)
  if (found === null) return citing(commitment, earlier)
  const read =
    whole === null || whole.isChanged || original === null ? unplaced(reading) : revisedReading(reading, original, whole.next.reading)
  return {
    ...commitment,
    span: found,
    sentence: sentenceAround(text, found),
    reading: read,
    original: whole === null || original === null ? (original === null ? null : unplaced(original)) : whole.next.reading,
    version: version + 1,
  }
}
