import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import { type CellRow, findHeader } from '#core/sheet/header.ts'
import type { Exclusion, Population, PopulationItem } from '#core/draw/population.ts'

type Column = 'id' | 'stratum' | 'exclusion'

/** Words at the head of a column. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  id: ['编号', '案号', '案件编号', '台账编号', '档案号', '文号', '项目编号', '合同编号', '序号', 'id'],
  stratum: ['分层', '类别', '类型', '案件类型', '承办部门', '部门', '庭室', '单位', 'stratum'],
  exclusion: ['排除原因', '剔除原因', '不列入原因', 'exclusion'],
}

/** Titles above a header are few. */
const HEADER_WITHIN = 10
const LONGEST = 200

/** Why a list is no population: a row without a number; a number that stands twice; a text too long; nothing in it. Rows count from 1. */
export type PopulationFault = 'missing-id' | 'duplicate-id' | 'id-too-long' | 'empty-population'

/**
 * The population of a table. With a header, its columns are known by their words; without one, the first column is the number and the second the stratum.
 * A row with a reason for exclusion is left out and kept with the reason. Empty rows are no rows.
 */
export function readPopulation(rows: readonly CellRow[]): Outcome<Population, PopulationFault> {
  const header = findHeader(rows.slice(0, HEADER_WITHIN), HEADERS)
  const isHeaded = header?.columns.has('id') === true
  const columns = isHeaded
    ? header.columns
    : new Map<Column, number>([
        ['id', 0],
        ['stratum', 1],
      ])
  const below = isHeaded ? rows.filter(({ row }) => row > header.row) : rows
  const items: PopulationItem[] = []
  const excluded: Exclusion[] = []
  const rowOf = new Map<string, number>()
  for (const { row, cells } of below) {
    const [id, stratum, reason] = (['id', 'stratum', 'exclusion'] as const).map((column) => cleanCell(cells[columns.get(column) ?? -1]))
    if (!cells.some((cell) => cell.trim() !== '')) continue
    if (id === undefined || id === '') return refuse('missing-id', { row: String(row) })
    if (id.length > LONGEST || (stratum ?? '').length > LONGEST) return refuse('id-too-long', { row: String(row), most: String(LONGEST) })
    const earlier = rowOf.get(id)
    if (earlier !== undefined) return refuse('duplicate-id', { id, row: String(row), earlier: String(earlier) })
    rowOf.set(id, row)
    if (reason === undefined || reason === '') items.push({ id, stratum: stratum ?? '' })
    else excluded.push({ id, reason })
  }
  return items.length === 0 ? refuse('empty-population') : accept({ items, excluded })
}

/** Full-width figures and brackets are the same number; blanks and control characters are no part of it. */
export function cleanCell(cell: string | undefined): string {
  return (cell ?? '')
    .normalize('NFKC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The rows of a plain list: a line a row, its cells apart by tabs, or else by commas. */
export function rowsOfText(text: string): CellRow[] {
  return text.split(/\r\n|\n|\r/).map((line, index) => ({ row: index + 1, cells: line.split(line.includes('\t') ? '\t' : /[,，]/) }))
}
