import { dayText, isWeekend, type YearDays } from './year.ts'

const DATE =
  /(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})[日号]?(?:[（(][^）)]*[）)])?(?:\s*(?:至|到|~|～|—|–| - )\s*(?:\d{4}[年./-])?(?:(\d{1,2})[月./-])?(\d{1,2})[日号]?)?/g

/**
 * The days that a pasted notice or list names for a year: 1月1日至3日放假，1月4日（周日）上班 · 2026-02-14 班. What a day is says the next word behind it in its
 * sentence, 班 or 补 for days worked, else it is off. Weekdays are never made up, weekend days off change nothing and are left out; days of other years too.
 */
export function readNotice(text: string, year: number): YearDays {
  const [holidays, madeUp] = [new Set<string>(), new Set<string>()]
  for (const sentence of text.split(/[。；;\n]/))
    for (const found of sentence.matchAll(DATE)) {
      const behind = sentence.slice(found.index + found[0].length).replaceAll(DATE, '')
      const isWorked = /[放假休班补]/.exec(behind)?.[0].match(/[班补]/) != null
      for (const day of daysOf(found, year)) {
        if (isWorked && isWeekend(day)) madeUp.add(day)
        if (!isWorked && !isWeekend(day)) holidays.add(day)
      }
    }
  return { holidays, madeUp }
}

function daysOf([, named, month = '', first = '', toMonth = month, last = first]: RegExpMatchArray, year: number): readonly string[] {
  if (named !== undefined && Number(named) !== year) return []
  const end = dayText(year, Number(toMonth), Number(last))
  const days: string[] = []
  for (let at = Date.UTC(year, Number(month) - 1, Number(first)); days.length < 40; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    if (day > end || !day.startsWith(String(year))) break
    days.push(day)
  }
  return days
}
