import { lackOf } from '#compiler/draft/vague.ts'
import type { DraftCommitment } from '#core/draft/draft.ts'
import { ask, type Asked, type Asker, type Asking } from './asking.ts'

/**
 * What a vague promise means. A rank or a number is asked for each by itself; how often 定期, 常态化 is asked once for all that use the word.
 * A counted promise of 一批 is asked as well: the number of things is missing, not that of times.
 */
export const askDefinitions: Asker = (asked) => {
  const vague = asked.commitments.flatMap((commitment) => {
    const word = vagueWord(asked, commitment)
    return word === null ? [] : [{ commitment, word, isFrequency: lackOf(word) === 'frequency' }]
  })
  const single = vague
    .filter(({ isFrequency }) => !isFrequency)
    .map(({ commitment, word }): Asking => ask('definition', [commitment], commitment.span, [], { word }))
  const frequent = Map.groupBy(
    vague.filter(({ isFrequency }) => isFrequency),
    ({ word }) => word,
  )
  const grouped = [...frequent].map(([word, group]): Asking => {
    const commitments = group.map(({ commitment }) => commitment)
    return ask('definition', commitments, commitments[0]?.span ?? null, [], { word })
  })
  return [...single, ...grouped]
}

function vagueWord({ folded }: Asked, { span, anchor, sentence, reading }: DraftCommitment): string | null {
  const counted =
    reading.kind === 'count' ? /^[^,;。]{0,12}?(一批|若干|一系列)/.exec(folded.slice(anchor.end, sentence.end))?.[1] : undefined
  if (counted !== undefined) return counted
  if (reading.kind !== 'undefined') return null
  const words = folded.slice(span.start, span.end).replaceAll(' ', '')
  return /常态化|定期|经常性|一批|一系列|若干/.exec(words)?.[0] ?? words.slice(0, 24)
}
