/** A row of cells as it stands in a file: `row` counts from 1, cells from the first column, empty ones are ''. */
export interface CellRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** The row that heads a table, and in which column (from 0) each field stands. */
export interface Header<Field extends string> {
  readonly row: number
  readonly columns: ReadonlyMap<Field, number>
}

/** How far down the header is looked for: titles and notes may stand above it. */
const HEAD_WITHIN = 20

/** The row among the first that names most fields, the topmost of several; null where none names any. `words`: what may head the column of a field. */
export function findHeader<Field extends string>(
  rows: readonly CellRow[],
  words: Readonly<Record<Field, readonly string[]>>,
): Header<Field> | null {
  let best: Header<Field> | null = null
  for (const { row, cells } of rows.slice(0, HEAD_WITHIN)) {
    const columns = columnsIn(cells, words)
    if (columns.size > (best?.columns.size ?? 0)) best = { row, columns }
  }
  return best
}

function columnsIn<Field extends string>(
  cells: readonly string[],
  words: Readonly<Record<Field, readonly string[]>>,
): ReadonlyMap<Field, number> {
  const fields = new Map(entriesOf(words).flatMap(([field, names]) => names.map((name) => [name, field])))
  const found = new Map<Field, number>()
  for (const [index, cell] of cells.entries()) {
    const field = fields.get(headWord(cell))
    if (field !== undefined && !found.has(field)) found.set(field, index)
  }
  return found
}

/** A head without blanks, marks and what stands in brackets: 完成时限（年月日）* is 完成时限. */
function headWord(cell: string): string {
  return cell.normalize('NFKC').replaceAll(/\(.*?\)|[\s*:]/g, '')
}

function entriesOf<Field extends string, Value>(record: Readonly<Record<Field, Value>>): readonly (readonly [Field, Value])[] {
  const entries: [Field, Value][] = []
  for (const field in record) entries.push([field, record[field]])
  return entries
}

/** The letters of a column counted from 0: A, B, … Z, AA. */
export function lettersOf(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
