import type { Draughted } from '#compiler/read/item.ts'
import { recurs } from '#compiler/refine/attach-dates.ts'
import { pastParts } from '#compiler/refine/drop-history.ts'
import type { Extent } from '#compiler/source/sentence.ts'

/** Words that wait for a definition, each with what a person must say: a rank, a number, a frequency. */
const vague: readonly (readonly [pattern: RegExp, lacks: 'rank' | 'number' | 'frequency'])[] = [
  [
    /(?:稳居|位居|跻身|保持|进入|位列|处于|走在)[^,;]{0,14}(?:前列|前茅|第一方阵|先进行列|领先|[前第](?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:名|位))|名列前茅|走在前|第一方阵/,
    'rank',
  ],
  [/(?<!新|这|首|第)一(?:批(?!次)|系列)|若干(?!意见|准则|规定|问题的)/, 'number'],
  [
    /常态化(?=[^制机长长效联]{0,2}(?:开展|组织|推进|查处|排查|检查|落实|抓|做|进行))|(?<!不)定期(?!存款|检验合格)|经常性(?:地)?(?=开展|组织)/,
    'frequency',
  ],
]

/** What the word of a vague promise lacks; null for none. */
export function lackOf(text: string): 'rank' | 'number' | 'frequency' | null {
  return vague.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** The parts of a sentence that promise something undefined and that no number defines: 稳居全省前列, 定期跟踪问效. */
export function findVague(draught: Draughted): Extent[] {
  const { sentence, items } = draught
  const isPast = pastParts(draught)
  return sentence.parts.filter((part, index) => {
    const lack = lackOf(sentence.text.slice(part.start, part.end))
    if (lack === null || isPast[index] === true || items.some((item) => item.part === index)) return false
    // 常态化开展检查，每月不少于1次: the next part defines it.
    return !(lack === 'frequency' && items.some((item) => item.part === index + 1 && recurs(item)))
  })
}
