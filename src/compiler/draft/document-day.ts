import { findDates } from '#compiler/recognise/date.ts'
import { dayOf, yearOf, type Day } from '#core/day/day.ts'
import { findStatedPeriod, withoutPeriods } from './stated-period.ts'

/** The day a document bears and the year its title names. */
export interface DocumentDates {
  readonly day: Day | null
  readonly titleYear: number | null
  /** A year named near the beginning, where there is neither: good for nothing but dates without any other year. */
  readonly anyYear: number | null
}

/** A line of the page a document was copied from: 时间:2026-01-31 字数:1200. */
const chrome = /^(?:发布|发表|更新|上传)?(?:时间|日期):20\d{2}[-/.]\d|来源:|浏览|点击|字数:/
/** The limit of a measure: 完成时限：2027年8月31日. */
const limits =
  /(?:时限|期限|限期|节点|(?:完成|整改|整治|办结|办理|销号|截止|落实)(?:时间|日期))[】\])]?:?(?:[^\n:]{0,6}?)(?:19|20)\d{2}年\d{1,2}月\d{1,2}日?/g
const labelled = /(?:时间|日期|印发|发布|通过|填表|制表|成文|公布)/

/** Years of what is looked at are not the document's: 2025年度审计, 2025年度民主生活会. */
const LOOKED_AT = '(?!度?(?:民主生活会|巡|审计|经济责任|财务收支|离任|预算|考核|述职))'
const titled = new RegExp(`(20\\d{2})(?:年?[-~至到]20\\d{2})?年${LOOKED_AT}`)
const anyYear = new RegExp(`(?<![比较])(20\\d{2})年${LOOKED_AT}`)

/**
 * Finds the document's own date: a line at the end that is nothing but a date (the signature), else a date beside a word such as 日期 or 通过
 * near the beginning, else the last full date there; the date of the page it was copied from only where nothing else stands. Periods
 * (2026年3月1日至12月31日) hold no such date. `folded` as the grammar reads it.
 */
export function findDocumentDates(folded: string, title: string): DocumentDates {
  const head = folded.slice(0, 800).replaceAll(' ', '')
  const lines = folded
    .slice(-600)
    .split(/[\n\r]+/)
    .map((line) => line.replaceAll(/[\s()]/g, ''))
  const signature = lines
    .flatMap((line) => (!isChrome(line) && /^.{0,4}(?:20\d{2}|二[〇零]).{4,12}日?(?:印发)?$/.test(line) ? fullDays(line) : []))
    .at(-1)
  const topLines = withoutPeriods(head)
    .replaceAll(limits, '')
    .split(/[\n\r]+/)
  const headLines = topLines.filter((line) => !isChrome(line))
  const byLabel = headLines.flatMap((line) => (labelled.test(line) && line.length < 80 ? fullDays(line) : [])).at(0)
  const anyDay = headLines
    .filter((line) => !/[\t|]/.test(line))
    .flatMap(fullDays)
    .toSorted()
    .at(-1)
  // 2026—2028年: what has no year of its own is of the first
  const year = titled.exec(title.replaceAll(' ', ''))?.[1]
  const pageDay = topLines.filter(isChrome).flatMap(fullDays).at(0) ?? null
  const day = signature ?? byLabel ?? anyDay ?? pageDay
  // A page is not older than the document: where its year is later, the day in the text is of something before.
  const titleYear = year === undefined ? (pageDay === null ? null : yearOf(pageDay)) : Number(year)
  if (day !== null) return { day, titleYear: titleYear !== null && titleYear > yearOf(day) ? titleYear : null, anyYear: null }
  const words = head.replaceAll(/《[^》]*》|20\d{2}年?[-至](?=20)/g, '')
  // A document cited by its number (〔2026〕12号) is mostly of the same year; any other year named there is a last resort.
  const cited = /[〔[(](20\d{2})[〕\])]/.exec(words)?.[1]
  // 较2025年缩短8天: the year before the plan's
  // 2026年3月16日至4月30日开展巡察: what is told of in the first months was written down in the same year
  const spell = /(20\d{2})年\d{1,2}月\d{1,2}日?(?:至|到|-)[0-8]月\d/.exec(words)?.[1]
  if (titleYear === null && cited === undefined && spell !== undefined) return { day, titleYear: Number(spell), anyYear: null }
  const any = anyYear.exec(words)?.[1] ?? nextYear(/[比较](20\d{2})年/.exec(words)?.[1])
  const stated = titleYear === null && cited === undefined ? findStatedPeriod(folded, null) : null
  if (stated !== null) return { day, titleYear: yearOf(stated.from), anyYear: null }
  if (titleYear !== null) return { day, titleYear, anyYear: null }
  // What is cited may be older than all that is to be done.
  if (cited !== undefined) return { day, titleYear: firstYearAhead(folded, Number(cited)), anyYear: null }
  return { day, titleYear, anyYear: any === undefined ? null : firstYearAhead(folded, Number(any)) }
}

/** The year itself where something is to be done in it, else the earliest that a limit names (2026年6月底前) where all are later. */
function firstYearAhead(folded: string, known: number): number {
  const dates = findDates(folded).flatMap((mark) => (mark.type === 'date' && mark.year !== null ? [{ ...mark, year: mark.year }] : []))
  const isAhead = dates.some(
    ({ year, edge, end }) =>
      year === known && (edge === 'by' || (edge === 'in' && !/^(?:[度已共以的至到]|形成|印发)/.test(folded.slice(end, end + 2)))),
  )
  const ahead = dates.filter(({ edge, grain }) => edge === 'by' && grain !== 'year').map(({ year }) => year)
  return isAhead || ahead.length === 0 ? known : Math.max(known, Math.min(...ahead.slice(0, 200)))
}

function nextYear(year: string | undefined): string | undefined {
  return year === undefined ? undefined : String(Number(year) + 1)
}

function isChrome(line: string): boolean {
  return line.length < 80 && chrome.test(line)
}

function fullDays(text: string): Day[] {
  return findDates(text).flatMap((mark) => {
    if (
      mark.type !== 'date' ||
      mark.edge === 'by' ||
      mark.edge === 'from' ||
      mark.year === null ||
      mark.grain !== 'day' ||
      mark.day === null
    )
      return []
    const day = dayOf(mark.year, mark.month, mark.day)
    return day === null ? [] : [day]
  })
}
