import type { Draft, DraftCommitment } from '#core/draft/draft.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { Span } from '#core/text/span.ts'

/** A sentence that is read otherwise; both sides in text order, empty where nothing is promised. */
export interface ChangedSentence {
  readonly sentence: Span
  readonly before: readonly Reading[]
  readonly after: readonly Reading[]
}

/** The sentences of one document that two drafts read otherwise, in text order. */
export function changedSentences(before: Draft, after: Draft): ChangedSentence[] {
  const [one, other] = [bySentence(before.commitments), bySentence(after.commitments)]
  const keys = [...new Set([...one.keys(), ...other.keys()])]
  return keys
    .flatMap((key): ChangedSentence[] => {
      const [was, is] = [one.get(key) ?? [], other.get(key) ?? []]
      const sentence = (was[0] ?? is[0])?.sentence
      const isSame = JSON.stringify(was.map(({ reading }) => reading)) === JSON.stringify(is.map(({ reading }) => reading))
      return isSame || sentence === undefined
        ? []
        : [{ sentence, before: was.map(({ reading }) => reading), after: is.map(({ reading }) => reading) }]
    })
    .toSorted((a, b) => a.sentence.start - b.sentence.start)
}

function bySentence(commitments: readonly DraftCommitment[]): Map<string, DraftCommitment[]> {
  return Map.groupBy(commitments, ({ sentence }) => `${sentence.start}-${sentence.end}`)
}
