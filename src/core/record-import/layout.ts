import type { ImportTarget } from '#core/record-import/target.ts'
import { targetsOf } from '#core/record-import/target.ts'
import type { Register } from '#core/register/register.ts'
import { type CellRow, findHeader, lettersOf } from '#core/sheet/header.ts'

/** A column of a sheet and what it holds; null: it is not read. */
interface SheetColumn {
  readonly index: number
  readonly letters: string
  readonly header: string
  readonly target: ImportTarget | null
}

/** How a sheet is read: the row that heads it (0: none was found), and its columns. */
export interface SheetLayout {
  readonly headerRow: number
  readonly columns: readonly SheetColumn[]
}

/** What a person chose before, or chooses now, by the words that head the columns; null: the column is not read. */
export type ColumnChoice = Readonly<Record<string, ImportTarget | null>>

/** Says what each column holds: as a person chose, else by the labels of the register. No target stands twice: the first column has it. */
export function layOut(rows: readonly CellRow[], register: Pick<Register, 'fields'>, chosen: ColumnChoice): SheetLayout {
  const targets = targetsOf(register)
  const words = Object.fromEntries(targets.map(({ target, words: names }) => [target, names.map(headWords)]))
  const found = findHeader(rows, words)
  const head = rows.find(({ row }) => row === found?.row)
  if (found === null || head === undefined) return { headerRow: 0, columns: [] }
  const byIndex = new Map([...found.columns].map(([target, index]) => [index, target]))
  const known = new Set<string>(targets.map(({ target }) => target))
  const taken = new Set<string>()
  const columns = head.cells.map((cell, index): SheetColumn => {
    const header = cell.trim()
    const asChosen = Object.hasOwn(chosen, header) ? (chosen[header] ?? null) : undefined
    const wanted = asChosen === undefined ? byIndex.get(index) : asChosen
    const target = targets.find((each) => each.target === wanted)?.target ?? null
    const isFree = target !== null && known.has(target) && !taken.has(target)
    if (isFree) taken.add(target)
    return { index, letters: lettersOf(index), header, target: isFree ? target : null }
  })
  return { headerRow: head.row, columns: columns.filter(({ header }) => header !== '') }
}

// as the search for the header folds them
function headWords(word: string): string {
  return word.normalize('NFKC').replaceAll(/\(.*?\)|[\s*:]/g, '')
}
