import { CLOSURE_WORDS } from '#core/ledger/closure-words.ts'
import { DISPATCH_WORDS } from '#core/ledger/dispatch-words.ts'
import type { CommitmentState } from '#core/commitment/commitment.ts'
import type { Day, Instant } from '#core/day/day.ts'
import { dayWords, momentWords } from '#core/day/words.ts'
import type { Nature } from '#core/draft/reading.ts'
import { dueWords, progressAfter } from '#core/ledger/course-words.ts'
import type { LedgerColumn, LedgerView } from '#core/ledger/ledger.ts'
import { remarkWords } from '#core/ledger/remark.ts'
import { arrearsWords, doneWords, evidenceWords, headwayWords, LIGHT_WORDS, owedWords, paceWords } from '#core/ledger/standing-words.ts'
import type { PlainEntry } from '#server/ledger/entry.ts'
import type { Table, TableColumn, VerticalMerge } from '#formats/xlsx/table.ts'

/** Columns as the exported ledger heads them; official documents are Chinese. Widths in characters, a Chinese one counts two. */
const HEADS = {
  ref: { header: '编号', width: 10 },
  plan: { header: '整改方案', width: 28 },
  aspect: { header: '方面', width: 18 },
  finding: { header: '存在问题', width: 34 },
  measure: { header: '整改措施', width: 26 },
  sentence: { header: '方案原文', width: 46 },
  indicator: { header: '量化指标', width: 30 },
  nature: { header: '整改类型', width: 11 },
  leaders: { header: '牵头领导', width: 12 },
  leadOrgs: { header: '责任单位', width: 18 },
  owners: { header: '责任人', width: 12 },
  supportingOrgs: { header: '配合单位', width: 18 },
  responsibility: { header: '责任分工', width: 30 },
  dispatch: { header: '分办', width: 10 },
  dueOn: { header: '完成时限', width: 17 },
  headway: { header: '进展情况', width: 30 },
  done: { header: '已完成/应完成', width: 14 },
  evidence: { header: '佐证', width: 8 },
  owed: { header: '尚欠', width: 10 },
  pace: { header: '序时进度', width: 14 },
  latestSafeDay: { header: '最晚日', width: 12 },
  arrears: { header: '往期未完成', width: 11 },
  light: { header: '灯色', width: 9 },
  closure: { header: '是否销号', width: 9 },
  state: { header: '状态', width: 9 },
  remark: { header: '备注', width: 22 },
} as const satisfies Record<LedgerColumn, Omit<TableColumn, 'kind'>>

const NATURES: Record<Nature, string> = { immediate: '立行立改', staged: '分阶段', standing: '长期坚持' }
const STATES: Record<CommitmentState, string> = { draft: '待确认', confirmed: '已确认', discarded: '不列入', replaced: '已替换' }

const NUMBER: TableColumn = { header: '序号', width: 6, kind: 'number' }

/** Who made the table and what it shows. */
export interface TableFacts {
  readonly title: string
  readonly madeBy: string
  /** Today, as `YYYY-MM-DD`. */
  readonly today: Day
  /** As of which day, and as known when, the figures stand. */
  readonly asOf: Day
  readonly knownAt: Instant | null
  readonly groupBy: LedgerView['groupBy']
  /** The lights with their rules, for the foot. */
  readonly legend: readonly string[]
}

/** The ledger as a table for paper: numbered rows in the order seen; what neighbours share of aspect, finding and group is one cell. */
export function ledgerTable(entries: readonly PlainEntry[], columns: readonly LedgerColumn[], facts: TableFacts): Table {
  const merged = columns.filter((column) => column === 'aspect' || column === 'finding' || column === facts.groupBy)
  return {
    sheet: '整改台账',
    title: facts.title,
    subtitle: headLine(facts),
    foot: facts.legend,
    columns: [NUMBER, ...columns.map((column): TableColumn => ({ ...HEADS[column], kind: 'text' }))],
    rows: entries.map((entry, index) => [index + 1, ...columns.map((column) => cellOf(entry, column))]),
    merges: merged.flatMap((column) => mergesOf(entries, column, columns.indexOf(column) + 1)),
    frozenColumns: 1,
  }
}

/** Who made it when, as of which day the figures stand, and as known when. */
function headLine({ madeBy, today, asOf, knownAt }: TableFacts): string {
  const parts = [`制表单位：${madeBy}`, `制表日期：${dayWords(today)}`, `数据截至：${dayWords(asOf)}`]
  if (knownAt !== null) parts.push(`按 ${momentWords(knownAt)} 已登记的情况`)
  return parts.join('　　　　')
}

function cellOf(entry: PlainEntry, column: LedgerColumn): string {
  const { standing } = entry
  switch (column) {
    case 'nature':
      return entry.nature === null ? '' : NATURES[entry.nature]
    case 'closure':
      return entry.closure === null ? '' : CLOSURE_WORDS[entry.closure]
    case 'dispatch':
      return entry.dispatch === null ? '' : DISPATCH_WORDS[entry.dispatch]
    case 'state':
      return STATES[entry.state]
    case 'dueOn':
      return dueWords(entry)
    case 'light':
      return standing === null ? '待定口径' : LIGHT_WORDS[standing.light]
    case 'latestSafeDay':
      return standing?.latestSafeDay ?? ''
    case 'evidence':
      return evidenceWords(entry.evidence)
    case 'headway':
      return progressAfter(standing === null ? '' : headwayWords(standing), entry.course)
    case 'done':
    case 'owed':
    case 'pace':
    case 'arrears':
      return standing === null ? '' : STANDING_WORDS[column](standing)
    case 'ref':
    case 'plan':
    case 'aspect':
    case 'finding':
    case 'measure':
    case 'sentence':
    case 'indicator':
    case 'leaders':
    case 'leadOrgs':
    case 'owners':
    case 'supportingOrgs':
    case 'responsibility':
      return entry[column]
    case 'remark':
      return remarkWords(entry)
  }
}

const STANDING_WORDS = { done: doneWords, owed: owedWords, pace: paceWords, arrears: arrearsWords }

/** Runs of neighbours with the same cell. A finding is the same only within its aspect, an aspect only within its plan. */
function mergesOf(entries: readonly PlainEntry[], column: LedgerColumn, place: number): readonly VerticalMerge[] {
  const keys = entries.map((entry) => keyOf(entry, column))
  const merges: VerticalMerge[] = []
  let first = 0
  for (let row = 1; row <= keys.length; row += 1) {
    if (row < keys.length && keys[row] !== null && keys[row] === keys[first]) continue
    if (row - first > 1) merges.push({ column: place, row: first, rows: row - first })
    first = row
  }
  return merges
}

/** What makes two cells the same; null where the cell is empty, which is never merged. */
function keyOf(entry: PlainEntry, column: LedgerColumn): string | null {
  const cell = cellOf(entry, column)
  if (cell === '') return null
  const within = column === 'finding' ? [entry.planId, entry.aspect] : column === 'aspect' ? [entry.planId] : []
  return JSON.stringify([...within, cell])
}
