import { dayWords } from '#core/day/words.ts'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import type { LateItem, ReportContent } from '#core/quarter-report/quarter-report.ts'
import type { OfficialRun } from '#formats/docx/official-document.ts'

/** 2026年第三季度. */
export function quarterWords({ year, quarter }: Quarter): string {
  return `${year}年第${'一二三四'.charAt(quarter - 1)}季度`
}

/** A share of a whole in percent with one decimal place; of nothing there is none. */
export function shareWords(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part * 100) / whole).toFixed(1)}%`
}

/** The longest a sentence of a plan is quoted. */
const LONGEST = 60

/** 3-2-1 每年……（责任单位；进展）, the number with its link. */
export function lateRuns(
  { ref, sentence, units, headway, isOfEarlier }: LateItem,
  link: { readonly link?: string },
): readonly OfficialRun[] {
  const about = [units === '' ? '' : `责任单位：${units}`, headway, isOfEarlier ? '本期已达序时，往期有欠账' : ''].filter(
    (words) => words !== '',
  )
  return [{ words: ref, ...link }, { words: `　${quoted(sentence)}（${about.join('；')}）` }]
}

/** 3-2-1 ……（责任单位，10月31日前）. */
export function itemRun({ ref, sentence, units, dueOn }: ReportContent['next'][number], link: { readonly link?: string }): OfficialRun {
  return { words: `${ref}　${quoted(sentence)}（${units === '' ? '' : `${units}，`}${dayWords(dueOn)}前）`, ...link }
}

function quoted(sentence: string): string {
  const characters = Array.from(sentence.replace(/[。；;]$/, ''))
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('')}……`
}
