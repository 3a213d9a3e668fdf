import type { Draft, DraftCommitment } from '#core/draft/draft.ts'
import type { Reading } from '#core/draft/reading.ts'

/** Headings of the ledger's draft, in the order of `draftRow`. */
export const headings = ['编号', '类型', '频次', '要求', '内容', '对象', '完成时限', '责任', '原文'] as const

const kinds: Readonly<Record<Reading['kind'], string>> = {
  count: '次数',
  ratio: '比率',
  trend: '变化',
  coverage: '覆盖',
  deadline: '时限',
  duration: '时长',
  achieved: '任务',
  undefined: '待定义',
}
const scopes: Readonly<Record<Reading['scope']['value'], string>> = {
  org: '整体',
  leader: '负责人',
  'per-member': '每人',
  'per-unit': '每单位',
  'per-case': '每案',
  'per-item': '每件',
  pairs: '逐对',
}
const units: Readonly<Record<Reading['period']['value']['unit'], string>> = {
  once: '一次性',
  none: '—',
  day: '日',
  week: '周',
  month: '月',
  quarter: '季度',
  'half-year': '半年',
  year: '年',
}
const comparators: Readonly<Record<string, string>> = {
  '>=': '≥',
  '<=': '≤',
  '=': '',
  '>': '＞',
  '<': '＜',
  '~': '约',
  range: '',
  'decrease>=': '降≥',
  'decrease=': '降',
  'increase>=': '增≥',
  'increase=': '增',
  'increase<=': '增≤',
}

/** One commitment as a row of text cells. */
function draftRow(text: string, { ref, span, reading }: DraftCommitment): string[] {
  const { leaders, leadOrgs, owners, deadline, deadlineText, object, scope } = reading
  return [
    ref,
    kinds[reading.kind],
    periodWords(reading),
    targetWords(reading),
    object?.value ?? '',
    scopes[scope.value],
    deadline?.value ?? deadlineText?.value ?? '',
    [...leaders, ...leadOrgs, ...owners].map(({ value }) => value).join('、'),
    text.slice(span.start, span.end).replace(/\s+/g, ' '),
  ]
}

/** All commitments of a draft as rows. */
export function draftRows(text: string, draft: Draft): string[][] {
  return draft.commitments.map((commitment) => draftRow(text, commitment))
}

function periodWords({ kind, period }: Reading): string {
  if (kind === 'achieved' || kind === 'undefined') return ''
  const { unit, every } = period.value
  if (unit === 'once' || unit === 'none') return units[unit]
  return `每${every === 1 ? '' : every}${every > 1 && (unit === 'month' || unit === 'quarter') ? '个' : ''}${units[unit]}`
}

function targetWords({ comparator, value, upper, unit }: Reading): string {
  if (value === null) return ''
  return `${comparators[comparator?.value ?? '='] ?? ''}${value.value}${upper === null ? '' : `～${upper.value}`}${unit?.value ?? ''}`
}
