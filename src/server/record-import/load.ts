import * as z from 'zod'
import { AskedImport, RecordImportState } from '#contract/record-import.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { CellRow } from '#core/sheet/header.ts'
import type { Tx } from '#server/db/connect.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'

/** How an import was asked for. */
export type Asked = z.infer<typeof AskedImport>
export type ImportState = z.infer<typeof RecordImportState>

// written by `takeRecordSheet`, checked by the reader of sheets
const cellsColumn = z.custom<readonly CellRow[]>()

/** The cells of a sheet that was read; REFUSED where the import has ended and they are gone. */
export async function loadCells(
  tx: Tx,
  jurisdictionId: string,
  id: string,
): Promise<{ readonly cells: readonly CellRow[]; readonly fileName: string; readonly sha256: string }> {
  const row = await tx
    .selectFrom('recordImport')
    .select(['cells', 'fileName', 'sha256'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  if (row.cells === null) return accepted<never>(refuse('import-over'))
  return { ...row, cells: cellsColumn.parse(row.cells) }
}

/** How an import is getting on; NOT_FOUND where there is none. `isLocked`: until the transaction ends. */
export async function loadState(tx: Tx, jurisdictionId: string, id: string, isLocked = false): Promise<ImportState> {
  const row = await tx
    .selectFrom('recordImport')
    .select(['id', 'fileName', 'register', 'state', 'doneRows', 'allRows', 'outcome'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return RecordImportState.parse(row)
}

/** The earlier import of the same file into a register. */
export async function loadSame(tx: Tx, jurisdictionId: string, register: string, sha256: string) {
  const row = await tx
    .selectFrom('recordImport')
    .select(['changedAt', 'startedByName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('register', '=', register)
    .where('sha256', '=', sha256)
    .where('state', '=', 'done')
    .orderBy('changedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** What a person chose for the columns of a register's sheets the last time. */
export async function loadColumns(tx: Tx, jurisdictionId: string, register: string): Promise<Asked['columns']> {
  const row = await tx
    .selectFrom('recordImportColumns')
    .select('columns')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('register', '=', register)
    .executeTakeFirst()
  return row ? AskedImport.shape.columns.parse(row.columns) : {}
}
