import type { Day } from '#core/day/day.ts'
import type { InspectionFindingState } from '#core/inspection/finding.ts'
import type { InspectionAnswer, InspectionKind } from '#core/inspection/inspection.ts'
import type { OfficialBlock } from '#formats/docx/official-document.ts'

/** Words of official documents, which are Chinese. */
export const KINDS: Readonly<Record<InspectionKind, string>> = { special: '专项督查', sample: '随机抽查', interview: '调研访谈' }
export const ANSWERS: Readonly<Record<InspectionAnswer, string>> = {
  met: '符合',
  unmet: '不符合',
  'not-applicable': '不适用',
  'to-verify': '待核实',
}
export const STATES: Readonly<Record<InspectionFindingState, string>> = {
  noted: '未告知',
  raised: '整改中',
  contested: '单位有异议',
  reported: '已报告，待核实',
  verified: '已整改，经核实',
  failed: '核实未完成',
  withdrawn: '已撤回',
}

/** 2026年3月2日 */
export function spelled(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2026年3月2日至4日, as short as it can be said. */
export function spelledDays(from: Day, to: Day): string {
  if (from === to) return spelled(from)
  const last = spelled(to)
  const isSameYear = from.slice(0, 4) === to.slice(0, 4)
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7)
  return `${spelled(from)}至${isSameMonth ? last.slice(last.indexOf('月') + 1) : isSameYear ? last.slice(5) : last}`
}

export function paragraph(words: string): OfficialBlock {
  return { kind: 'paragraph', runs: [{ words }] }
}

export function heading(level: 1 | 2 | 3, words: string): OfficialBlock {
  return { kind: 'heading', level, words }
}

/** Words that others follow, with the stop they may lack; nothing where there are none. */
export function sentence(words: string): string {
  return words === '' || /[。！？；，]$/.test(words) ? words : `${words}。`
}
