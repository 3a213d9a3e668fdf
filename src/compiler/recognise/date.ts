import { readNumeral } from '#compiler/lexicon/numeral.ts'
import { isIdiom } from './date-idiom.ts'
import type { DateMark, Recogniser } from './mark.ts'
import { matchesOf } from '#compiler/source/matches.ts'

const CN = '[一二三四五六七八九十廿]'
const YEAR = String.raw`(?<year>(?:19|20)\d{2}|二[〇零]?[〇零一二三四五六七八九]{2,3})年度?`
const MONTH = String.raw`(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?`
const DAY = String.raw`(?<day>3[01]|[12]\d|0?[1-9]|${CN}{1,3})[日号]`
const PART = String.raw`(?<part>年?底|年?末|年中|年初|上半年|下半年|全年|(?<![一二三四五六七八九十\d两近每整多])年内(?=[^,;。\d一二三四五六七八九十两]{0,24}(?:完成|建成|出台|实现|整改|到位|投用|启用|办结|全部|印发|完工|开工|竣工|销号|上线|运行))|第?(?<quarter>前?[一二三四1-4])季(?:度|(?=[末底])))`
const QUALIFIER = String.raw`(?<edge>月?底前|月?末前|[底末]|上旬|中旬|下旬|初)?`
const RELATIVE = '(?<relative>今年|本年度?|当年|明年|次年|翌年)'
const WEEKDAY = String.raw`(?:\((?:星期|周)?[一二三四五六日天]\))?`
const BEFORE = String.raw`(?<before>(?:下班|中午|上班|[上下]午|(?:[上下]午)?\d{1,2}[时点])前|之前|以前|前|止|为止|之内|以内|内)?`
/** The first of two dates, or of two months, whose second is the limit: 3月至6月, 4-6月, 2026年3月1日至. */
const FROM = String.raw`(?:(?:(?:19|20)\d{2}年)?(?:1[0-2]|0?[1-9])(?:月(?:\d{1,2}日|[上中下]旬|初|底|末)?)?(?:至|到|-|~)|(?:19|20)\d{2}年?(?:至|到|-|~)(?=(?:19|20)\d{2}年))?`
const LEAD = String.raw`(?<lead>自|从|截至|截止到?|原定于?|原计划于?|(?:延期?|推迟|延长|展期|顺延|提前|提早)[至到]|到|至|于|在|力争|确保|(?:最迟|至迟|最晚)?不?得?(?:[晚迟]于)|最迟|至迟|最晚)?`

// Written with numbers only: 2026-12-31, 2026.10.31, 2026/4/30.
const numeric = String.raw`(?<y>(?:19|20)\d{2})(?<mark>[-./])(?<m>1[0-2]|0?[1-9])(?:\k<mark>(?<d>3[01]|[12]\d|0?[1-9]))?(?![\d%])(?:日|月)?`

const forms: readonly RegExp[] = [
  new RegExp(`${LEAD}${numeric}${BEFORE}`, 'g'),
  new RegExp(`${LEAD}${FROM}(?:${YEAR}|${RELATIVE})?${MONTH}(?:${DAY}|${QUALIFIER})${WEEKDAY}${BEFORE}`, 'g'),
  new RegExp(`${LEAD}(?:${YEAR}|${RELATIVE})?${PART}末?底?${BEFORE}`, 'g'),
  // 次年达到100%, 今年出台6项
  new RegExp(`${LEAD}(?<relative>次年|翌年|明年|今年|本年度?)(?![底末初中上下一二三四第\\d度以来前])`, 'g'),
  // 2026、2027、2028年: the years before the last
  /(?<year>20\d{2})(?=年?(?:、20\d{2}年?)*[、和]20\d{2}年)/g,
  new RegExp(`${LEAD}(?:(?:19|20)\\d{2}年?(?:至|到|-|~))?${YEAR}${BEFORE}`, 'g'),
]

/** 比2025年, 较6月底: what a change is measured against; but 占比2027年底达到70%. */
const compares = /(?:(?<![占环同对])比|较|相较于|与)$/

/** Dates and what they mean to the sentence: limit, time, start. */
export const findDates: Recogniser = (text) => forms.flatMap((form) => matchesOf(form, text).flatMap((match) => dateOf(text, match) ?? []))

function dateOf(text: string, match: RegExpMatchArray): DateMark | null {
  const groups = match.groups ?? {}
  const start = match.index ?? 0
  const end = start + match[0].length
  const calendar = calendarOf(groups)
  if (calendar === null || isIdiom(text, start, groups)) return null
  const lead = groups['lead'] ?? ''
  return {
    type: 'date',
    start,
    end,
    ...calendar,
    yearsOn: yearsOn(groups['relative']),
    edge: compares.test(text.slice(0, start)) ? 'base' : edgeOf(text, start, end, groups),
    words: { start: /^[自从截原]/.test(lead) ? start : start + lead.length, end },
  }
}

type Groups = Readonly<Record<string, string | undefined>>

function calendarOf(groups: Groups): Pick<DateMark, 'year' | 'month' | 'day' | 'grain'> | null {
  const year = numberOf(groups['year'] ?? groups['y'])
  const month = numberOf(groups['month'] ?? groups['m'])
  if (month !== null) {
    const day = numberOf(groups['day'] ?? groups['d']) ?? { 上旬: 10, 中旬: 20, 初: 10 }[groups['edge'] ?? ''] ?? null
    return { year, month, day, grain: groups['day'] === undefined && groups['d'] === undefined ? 'month' : 'day' }
  }
  const part = groups['part']
  if (part === undefined) return year === null && groups['relative'] === undefined ? null : { year, month: 12, day: 31, grain: 'year' }
  const quarter = numberOf(groups['quarter']?.replace('前', ''))
  if (quarter !== null) return { year, month: quarter * 3, day: null, grain: 'quarter' }
  if (part === '上半年' || part === '年中') return { year, month: 6, day: 30, grain: 'half' }
  if (part === '年初') return { year, month: 3, day: 31, grain: 'quarter' }
  if (part === '下半年') return { year, month: 12, day: 31, grain: 'half' }
  return { year, month: 12, day: 31, grain: part === '全年' ? 'year' : 'day' }
}

function yearsOn(relative: string | undefined): DateMark['yearsOn'] {
  if (relative === undefined) return null
  return /[明次翌]/.test(relative) ? 1 : 0
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const value = readNumeral(text)
  return value === null ? null : Number(value)
}

const older = /^(?:的|[应未]|形成|立项|存量|历史|遗留|欠|建成|受理|发生|签订|投[运用产]|出台|实施)/

function edgeOf(text: string, start: number, end: number, groups: Groups): DateMark['edge'] {
  const lead = groups['lead'] ?? ''
  const after = text.slice(end, end + 8)
  if (lead.startsWith('原')) return 'old'
  if (lead.startsWith('截')) return 'asOf'
  if (/^(?:之日)?(?:起|以来|开始)/.test(after)) return 'from'
  if (/^[延推展]|[晚迟]/.test(lead)) return 'by'
  // 2025年以前应退未退的款: which ones
  if (/年(?:以前|之前)$/.test(text.slice(start, end)) && groups['month'] === undefined && older.test(text.slice(end))) return 'base'
  // 自10月8日起至1月7日止: from when to when
  if (groups['before'] === '止' && /[自从][^,;]{2,14}起,?$/.test(text.slice(0, start))) return 'in'
  if (groups['before'] !== undefined) return 'by'
  if (/^[自从]/.test(lead)) return 'from'
  const isDated = groups['month'] !== undefined || groups['m'] !== undefined
  const closes = isDated && /^(?:之?内)?(?:要)?(?:全部|全面|基本|按期|如期|按时)?(?:完成|办结|到位|落地|完工|竣工|销号)/.test(after)
  if (groups['edge'] !== undefined) return /^[底末]|旬$/.test(groups['edge']) || closes ? 'by' : 'in'
  const part = groups['part']
  if (part !== undefined) return /[底末内]$|上半年|下半年|年中|季/.test(part) ? 'by' : 'in'
  if (/^[到至]$/.test(lead)) return 'by'
  return closes ? 'by' : 'in'
}
