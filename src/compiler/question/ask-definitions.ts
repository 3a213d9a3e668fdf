import { lackOf } from '#compiler/draft/vague.ts'
import type { DraftCommitment } from '#core/draft/draft.ts'
import { ask, type Asked, type Asker, type Asking } from './asking.ts'

const frequency = /^(?:常态化|定期|经常性)/

/**
 * What a vague promise means. A rank or a number is asked once a sentence; how often 定期, 常态化 is asked once for all that use the word.
 * A counted promise of 一批 is asked as well: the number of things is missing, not that of times.
 */
export const askDefinitions: Asker = (asked) => {
  const vague = asked.commitments.flatMap((commitment) => {
    const word = vagueWord(asked, commitment)
    return word === null ? [] : [{ commitment, word, isFrequency: frequency.test(word) }]
  })
  const groups = Map.groupBy(vague, ({ commitment, word, isFrequency }) => (isFrequency ? word : `${word} ${commitment.sentence.start}`))
  return [...groups.values()].flatMap((group): Asking[] => {
    const [first] = group
    if (first === undefined) return []
    const commitments = group.map(({ commitment }) => commitment)
    return [
      ask(
        'definition',
        commitments,
        first.commitment.span,
        definitionsOf(first.word, asked.folded.slice(first.commitment.sentence.start, first.commitment.sentence.end)),
        { word: first.word },
      ),
    ]
  })
}

/** What an undefined promise may mean, the likeliest first. Drills are held twice a year, what is chosen 每年 is counted by the year. */
function definitionsOf(word: string, sentence: string): string[] {
  if (frequency.test(word)) return /演练/.test(sentence) ? ['每年2次', '每半年1次', '每季度1次'] : ['每季度1次', '每半年1次', '每月1次']
  if (lackOf(word) !== 'rank') return [3, 5, 1].map((count) => `${/每年|年度/.test(sentence) ? '每年' : ''}不少于${count}项`)
  const rank = /前\s?(?:\d+|[一二三四五六七八九十]+)(?:名|位)|第[一二三四五六七八九十\d]+(?:名|位|方阵)/.exec(word)?.[0]
  return rank === undefined ? ['前3名', '前5名', '前10名'] : [rank]
}

function vagueWord({ folded }: Asked, { span, anchor, sentence, reading }: DraftCommitment): string | null {
  const counted =
    reading.kind === 'count' ? /^[^,;。]{0,12}?(一批|若干|一系列)/.exec(folded.slice(anchor.end, sentence.end))?.[1] : undefined
  if (counted !== undefined) return counted
  if (reading.kind !== 'undefined') return null
  const words = folded.slice(span.start, span.end).replaceAll(' ', '')
  return /常态化|定期|经常性|一批|一系列|若干/.exec(words)?.[0] ?? words.slice(0, 24)
}
