import { addDays, dayOf, lastDayOfMonth, type Day } from '#core/day/day.ts'
import { readNumeral } from '#compiler/lexicon/numeral.ts'

/** From when to when a plan says that it is carried out; both days count, and the first is before the last. */
export interface StatedPeriod {
  readonly from: Day
  readonly to: Day
}

const date = (name: string): string =>
  `(?:(?<${name}y>20\\d{2})[年.\\-/])?(?:(?<${name}m>\\d{1,2})(?:[月.\\-/](?<${name}d>\\d{1,2})日?|月(?:底|末|份)?)|(?<${name}e>底|末))`
const range = `${date('a')}(?:起)?[,]?(?:至|到|-|—|~)${date('b')}`
const named =
  '(?:(?:执行|实施|整改|整治|行动|活动|集中整改|集中整治|专项整治|方案|工作)(?:期间|期限|期|时间)|有效期限?|执行周期|起止(?:时间|日期))'
const told = '(?:为|是|:|共|自|从|,|\\()*'

const forms: readonly RegExp[] = [
  new RegExp(`${named}${told}(?:[\\d一二两三四五六七八九十]{1,2}(?:个月|年)[,(]*)?${range}`),
  new RegExp(`(?:方案|计划|行动|活动|整改|整治)[^。;\\n]{0,8}(?:自|从)${range}`),
  // 用半年时间(2026年4月至9月)
  new RegExp(`(?:时间|个月|半年|一年|行动|攻坚)[(]${range}[)]`),
  new RegExp(`(?:自|从)${range}(?:止|实施|执行|施行|组织实施|开展集中整[改治])`),
]
const untilForm = new RegExp(`自(?:印发|发布|公布|通过|下发)之日起[^。;\\n]{0,8}(?:至|到)${date('b')}`)
const lengthForm = new RegExp(
  `(?:${named}|(?:方案|计划)自(?:印发|发布|公布|通过|下发)之日起)${told}(?:执行|实施|有效期)?(?<count>\\d{1,2}|[一二两三四五六七八九十]{1,3})(?<unit>个月|年)`,
)

/**
 * The period of execution that a plan states: 执行期为2026年3月1日至12月31日, 自2026年3月1日起至2026年12月31日止, 集中整改期3个月 (counted from
 * the document's day). Null where it states none. `folded` as the grammar reads it.
 */
export function findStatedPeriod(folded: string, documentDay: Day | null): StatedPeriod | null {
  const text = folded.replaceAll(/[ \t]/g, '')
  for (const form of forms) {
    const groups = form.exec(text)?.groups
    const period = groups === undefined ? null : periodOf(dayIn(groups, 'a', false, null), groups)
    if (period !== null) return period
  }
  if (documentDay === null) return null
  const until = untilForm.exec(text)?.groups
  const period = until === undefined ? null : periodOf(documentDay, until)
  return period ?? lastingFrom(documentDay, lengthForm.exec(text)?.groups)
}

/** The words of periods left out: no date in them is the document's own. `text` without blanks. */
export function withoutPeriods(text: string): string {
  return text.replaceAll(new RegExp(range, 'g'), '')
}

function periodOf(from: Day | null, groups: Readonly<Record<string, string | undefined>>): StatedPeriod | null {
  const to = from === null ? null : dayIn(groups, 'b', true, Number(from.slice(0, 4)))
  return from !== null && to !== null && from < to ? { from, to } : null
}

/** A day of a period; a month alone counts from its first day, or to its last (`isEnd`). */
function dayIn(groups: Readonly<Record<string, string | undefined>>, name: 'a' | 'b', isEnd: boolean, nearYear: number | null): Day | null {
  const year = groups[`${name}y`] === undefined ? nearYear : Number(groups[`${name}y`])
  if (year === null) return null
  const month = groups[`${name}m`]
  if (month === undefined) return dayOf(year, 12, 31)
  const day = groups[`${name}d`]
  if (day !== undefined) return dayOf(year, Number(month), Number(day))
  return isEnd ? lastDayOfMonth(year, Number(month)) : dayOf(year, Number(month), 1)
}

function lastingFrom(from: Day, groups: Readonly<Record<string, string | undefined>> | undefined): StatedPeriod | null {
  const written = groups?.['count']
  const count = written === undefined ? null : Number(/^\d/.test(written) ? written : (readNumeral(written) ?? Number.NaN))
  if (count === null || !(count > 0)) return null
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const months = month - 1 + count * (groups?.['unit'] === '年' ? 12 : 1)
  const [endYear, endMonth] = [year + Math.floor(months / 12), (months % 12) + 1]
  // Three months from 30 November end where February does.
  const end = dayOf(endYear, endMonth, day)
  const to = end === null ? lastDayOfMonth(endYear, endMonth) : addDays(end, -1)
  return to === null || to <= from ? null : { from, to }
}
