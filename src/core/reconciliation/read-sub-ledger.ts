import { namesIn } from '#core/org/sheet-words.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import type { SubLedgerFault, SubLedgerField, SubLedgerRow } from '#core/reconciliation/sub-ledger.ts'
import { type CellRow, findHeader, lettersOf } from '#core/sheet/header.ts'

/** Words at the head of a column, as units write them. */
const HEADERS: Readonly<Record<SubLedgerField, readonly string[]>> = {
  ref: ['编号', '任务编号', '台账编号', '条目编号', '序号', '销号编号'],
  text: ['方案原文', '整改措施', '整改任务', '具体措施', '任务内容', '工作任务', '重点任务', '主要任务', '措施', '任务'],
  due: ['完成时限', '整改时限', '完成时间', '时限', '整改期限', '时间节点', '完成期限'],
  orgs: ['责任单位', '牵头单位', '责任部门', '牵头部门', '承办单位', '责任主体'],
  owners: ['责任人', '直接责任人', '具体责任人', '承办人'],
  figure: ['已完成/应完成', '完成/应完成', '完成数/目标数', '进度'],
  actual: ['已完成', '完成数', '已完成数', '完成量', '实际完成', '累计完成'],
  required: ['应完成', '目标', '目标数', '目标值', '应完成数', '任务数'],
  state: ['是否销号', '整改状态', '完成情况', '状态', '销号情况', '是否完成', '进展情况', '整改进展'],
}

const MOST_ROWS = 5_000

/** A unit's own ledger from the cells of a sheet: its header is found under any title rows; rows without number and words are left out. */
export function readSubLedger(rows: readonly CellRow[]): Outcome<readonly SubLedgerRow[], SubLedgerFault> {
  const header = findHeader(rows, HEADERS)
  if (header === null || !(header.columns.has('ref') || header.columns.has('text'))) return refuse('no-header')
  const below = rows.filter(({ row }) => row > header.row)
  if (below.length > MOST_ROWS) return refuse('too-many-rows', { most: String(MOST_ROWS) })
  const read = below.map((row) => readRow(row, header.columns)).filter(({ ref, text }) => ref !== '' || text !== '')
  return read.length === 0 ? refuse('no-rows') : accept(read)
}

function readRow({ row, cells }: CellRow, columns: ReadonlyMap<SubLedgerField, number>): SubLedgerRow {
  const text = (field: SubLedgerField): string => (cells[columns.get(field) ?? -1] ?? '').normalize('NFKC').trim()
  const [done = null, all = null] = numbersIn(text('figure'))
  return {
    row,
    ref: text('ref').replaceAll(/\s/g, ''),
    text: text('text'),
    due: text('due'),
    orgs: namesIn(text('orgs')),
    owners: namesIn(text('owners')),
    actual: numbersIn(text('actual'))[0] ?? done,
    required: numbersIn(text('required'))[0] ?? all,
    isDone: doneIn(text('state')),
    cells: Object.fromEntries([...columns].map(([field, index]) => [field, `${lettersOf(index)}${row}`])),
  }
}

/** The numbers of a cell in their order: 已开展8次，应完成12次 is 8, 12. At most six places behind the point are kept. */
function numbersIn(cell: string): readonly string[] {
  return [...cell.matchAll(/\d{1,15}(?:\.\d{1,6})?/g)].map(([number]) => number)
}

const NOT_DONE = /未|没有|否|正在|推进中|进行中|逾期|滞后|尚|部分|阶段性/
const DONE = /已销号|已完成|完成整改|整改到位|办结|^(?:是|√|✓|完成|销号|100%)$/

function doneIn(cell: string): boolean | null {
  if (NOT_DONE.test(cell)) return false
  return DONE.test(cell) ? true : null
}
