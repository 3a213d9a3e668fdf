import { dayWords, momentWords } from '#core/day/words.ts'
import type { Moment } from '#core/moment/moment.ts'

/** What a table says of the moment it shows, part by part; nothing of now. Official documents are Chinese. */
export function shownWords({ asOf, knownAt }: Moment): readonly string[] {
  return [
    ...(asOf === null ? [] : [`数据截至：${dayWords(asOf)}`]),
    ...(knownAt === null ? [] : [`按 ${momentWords(knownAt)} 已登记的情况`]),
  ]
}
