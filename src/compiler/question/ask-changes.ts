import type { Revision } from '#core/document/document.ts'
import { ask, type Asker } from './asking.ts'

/** A tracked change inside the sentence of a commitment: which wording holds. One question a sentence, whatever number of changes. */
export const askChanges: Asker = ({ commitments, revisions, text }) => {
  if (revisions.length === 0) return []
  const changes = revisions.toSorted((a, b) => a.span.start - b.span.start)
  const groups = Map.groupBy(commitments, ({ sentence }) => `${sentence.start}-${sentence.end}`)
  return [...groups.values()].flatMap((group) => {
    const sentence = group[0]?.sentence
    const change = sentence === undefined ? undefined : changes[firstFrom(changes, sentence.start)]
    if (sentence === undefined || change === undefined || change.span.start > sentence.end) return []
    return [
      ask('tracked-change', group, sentence, ['accepted', 'original'], {
        kind: change.kind,
        text: change.text.slice(0, 80),
        author: change.author ?? '',
        now: text.slice(change.span.start, change.span.end).slice(0, 80),
      }),
    ]
  })
}

/** Index of the first change that ends at or after an offset: changes are in text order and do not overlap. */
function firstFrom(changes: readonly Revision[], offset: number): number {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((changes[middle]?.span.end ?? 0) >= offset) high = middle
    else low = middle + 1
  }
  return low
}
