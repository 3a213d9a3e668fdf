import type { Per, Standing } from '#core/ledger/standing.ts'
import type { Light } from '#core/light/light.ts'

/** Lights in Chinese: the word that always stands beside the colour. */
export const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  done: '已完成',
  waived: '免除',
  undetermined: '待明确',
  overdue: '逾期',
  'due-soon': '临期',
  behind: '滞后',
  'not-started': '未启动',
  'on-track': '正常',
}

const EACH: Readonly<Record<Per, string>> = { whole: '', person: '人', org: '个单位', pair: '对', record: '件' }

/** 已完成/应完成: 3/12 次; by subject 5/9 人; empty where nothing can be said yet. */
export function doneWords({ per, met, subjects, actual, required, unit }: Standing): string {
  if (per !== 'whole') return `${met}/${subjects} ${EACH[per]}`
  if (required === null) return ''
  return isShare(unit)
    ? `${actual === null ? '—' : short(actual) + unit}/${short(required)}${unit}`
    : spaced(`${actual === null ? '—' : short(actual)}/${short(required)}`, unit)
}

/** 进展情况 in one sentence: the period, what is done, what is missing and by when, what earlier periods left. */
export function headwayWords(standing: Standing): string {
  const { from, to, latestSafeDay, light } = standing
  const [done, owed] = [doneWords(standing), owedWords(standing)]
  if (done === '') return ''
  const missing = owed === '' ? '' : `，尚欠 ${owed}`
  const day = owed === '' || latestSafeDay === null || light === 'overdue' ? '' : `，最晚 ${latestSafeDay}`
  return `${spanWords(from, to)}：已完成 ${done}${missing}${day}${standing.arrears === 0 ? '' : `；往期 ${arrearsWords(standing)}未完成`}`
}

/** A whole year, quarter or month by its name, else from day to day. */
function spanWords(from: string, to: string | null): string {
  if (to === null) return `${from} 起`
  const [year, first, last] = [from.slice(0, 4), from.slice(5), to.slice(5)]
  if (year === to.slice(0, 4)) {
    if (first === '01-01' && last === '12-31') return `${year} 年`
    const quarter = ['01-01 03-31', '04-01 06-30', '07-01 09-30', '10-01 12-31'].indexOf(`${first} ${last}`) + 1
    if (quarter > 0) return `${year} 年第 ${quarter} 季度`
    if (first.endsWith('-01') && first.slice(0, 2) === last.slice(0, 2) && Number(last.slice(3)) >= 28)
      return `${year} 年 ${Number(first.slice(0, 2))} 月`
  }
  return from === to ? from : `${from} 至 ${to}`
}

/** 佐证: how many files; empty where there is none. */
export function evidenceWords(files: number): string {
  return files === 0 ? '' : `${files} 份`
}

/** 尚欠: what is still missing, of all subjects together; of shares how many things. Empty where nothing is. */
export function owedWords({ owed, unit }: Standing): string {
  return owed === null || Number(owed) === 0 ? '' : spaced(short(owed), isShare(unit) ? '' : unit)
}

/** 序时进度: what should be done by now, and its share of the whole: 7.5 次（63%）. */
export function paceWords(standing: Standing): string {
  const { pace, unit } = standing
  if (pace === null) return ''
  const share = paceShare(standing)
  return `${spaced(rounded(Number(pace), 1), isShare(unit) ? '' : unit)}${share === null ? '' : `（${rounded(share * 100, 0)}%）`}`
}

/** The share of what is required that should be done by now; null where that is not said in the same unit. */
function paceShare({ pace, required, unit }: Standing): number | null {
  return pace === null || required === null || isShare(unit) || Number(required) === 0 ? null : Number(pace) / Number(required)
}

/** 往期未完成, empty where nothing is. */
export function arrearsWords({ arrears }: Standing): string {
  return arrears === 0 ? '' : `${arrears} 期`
}

function isShare(unit: string): boolean {
  return unit === '%' || unit === '‰'
}

function spaced(number: string, unit: string): string {
  return unit === '' ? number : `${number} ${unit}`
}

/** At most two places. */
function short(decimal: string): string {
  return rounded(Number(decimal), 2)
}

function rounded(value: number, places: number): string {
  return String(Number(value.toFixed(places)))
}
