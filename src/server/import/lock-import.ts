import { ImportState } from '#core/plan/plan-import.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'

/** An import as its verbs need it. */
export interface LoadedImport {
  readonly id: string
  readonly state: ImportState
  readonly fileId: string | null
  readonly fileName: string
}

/** Loads an import and locks it until the transaction ends; NOT_FOUND where there is none. */
export async function lockImport(tx: Tx, jurisdictionId: string, id: string): Promise<LoadedImport> {
  const row = await tx
    .selectFrom('planImport')
    .select(['id', 'state', 'fileId', 'fileName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return { ...row, state: ImportState.parse(row.state) }
}
