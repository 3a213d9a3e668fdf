import type { Carried } from '#core/commitment/carried.ts'
import type { LedgerCourse } from '#core/ledger/course.ts'
import { reminderWords } from '#core/ledger/course-words.ts'
import type { BasisEntry, Commitment, Decision } from '#core/commitment/commitment.ts'
import type { CommitmentSource } from '#core/commitment/source.ts'

/** 备注: 口径 and a person's decision in short, in Chinese as exported; empty where the reading stands as it was read. */
export function remark({ basis, decision, carried, source }: Pick<Commitment, 'basis' | 'decision' | 'carried' | 'source'>): string {
  const counted = basis.map(inWords).filter((words) => words !== '')
  const parts = counted.length === 0 ? [] : [`口径：${counted.join('；')}`]
  const isBroughtIn = source !== undefined && decision?.kind === 'added'
  const decided = isBroughtIn ? broughtIn(source) : decision === null ? '' : DECIDED[decision.kind](decision)
  const all = decided === '' ? parts : [...parts, decided]
  return (carried === undefined ? all : [carriedInWords(carried), ...all]).join('。')
}

function carriedInWords({ kind, dueOn, title }: Carried): string {
  const why = kind === 'standing' ? '长期坚持' : dueOn === null ? '未完成' : `未完成，原时限 ${dueOn}`
  return `上年结转（${why}，转入《${title}》）`
}

const DECIDED: Record<Decision['kind'], (decision: Decision) => string> = {
  edited: ({ note }) => noted('人工修改', note),
  split: ({ note }) => noted('人工拆分', note),
  merged: ({ note }) => noted('人工合并', note),
  added: ({ note }) => noted('人工增补', note),
  discarded: ({ reason, note }) => noted(reason === undefined ? '不列为任务' : `不列为任务（${REASONS[reason]}）`, note),
  restored: () => '',
  answered: () => '',
  revised: ({ note }) => noted('按新版本修订', note),
}

/** Whence it came, of what nobody has changed since. */
function broughtIn(source: CommitmentSource): string {
  return source.kind === 'similar-case' ? '来源：举一反三自查发现' : `来源：督查发现（${source.title}，问题${source.ordinal}）`
}

const REASONS = { wording: '一般表述', 'not-a-promise': '非整改承诺', duplicate: '与他项重复', revised: '新版本不再列' } as const

const CHOICES: Readonly<Record<string, string>> = {
  'each-or-whole per-member': '每名成员分别计算',
  'each-or-whole per-unit': '每个单位分别计算',
  'each-or-whole org': '按整体计算',
  'pairs-or-total pairs': '与每一对象分别计算',
  'pairs-or-total leader': '合计计算',
  'one-or-both one': '同一次活动可一并计算',
  'one-or-both both': '各自分别计算',
  'tracked-change accepted': '按修订后文字',
  'tracked-change original': '按修订前文字',
}

function inWords({ code, answer }: BasisEntry): string {
  switch (code) {
    case 'population':
      return `基数为${answer}`
    case 'base-period':
      return `与${answer}相比`
    case 'tolerance':
      return `允许偏差 ${answer}`
    case 'definition':
      return `定义为${answer}`
    case 'due-on':
    case 'year-of-date':
      return `时限确定为 ${answer}`
    case 'immediate-limit':
      return `立行立改限 ${answer} 日`
    case 'each-or-whole':
    case 'pairs-or-total':
    case 'one-or-both':
    case 'tracked-change':
      return CHOICES[`${code} ${answer}`] ?? answer
    case 'in-force':
    case 'year-meaning':
    case 'first-period':
      return ''
  }
}

function noted(text: string, note: string): string {
  return note === '' ? text : `${text}：${note}`
}

/** 备注 of a row, with what was corrected after a quarter was reported first, and what was amended and reminded of last. */
export function remarkWords({
  corrected,
  remark: words,
  course,
}: {
  readonly corrected: readonly string[]
  readonly remark: string
  readonly course: Pick<LedgerCourse, 'amended' | 'reminders' | 'remindedOn'>
}): string {
  const own = [words, course.amended, reminderWords(course)].filter((part) => part !== '').join('。')
  if (corrected.length === 0) return own
  const quarters = corrected.map((quarter) => quarter.replace(/^(\d+)-(\d)$/, '$1 年第 $2 季度'))
  return `锁定后更正：${quarters.join('、')}${own === '' ? '' : `。${own}`}`
}
