import * as z from 'zod'
import { BatchState, type FileResult, fileResult } from '#core/plan-batch/plan-batch.ts'
import { ImportState } from '#core/plan/plan-import.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'

/** Why a file, or an archive, could not be taken. */
export const StoredError = z.object({ code: z.string(), params: z.record(z.string(), z.string()) })

/** A batch as its verbs need it. */
export interface LoadedBatch {
  readonly id: string
  readonly name: string
  readonly state: BatchState
  readonly archiveFileId: string | null
}

/** Locks a batch until the transaction ends; NOT_FOUND where there is none. */
export async function lockBatch(tx: Tx, jurisdictionId: string, id: string): Promise<LoadedBatch> {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  const row = await tx
    .selectFrom('planBatch')
    .select(['id', 'name', 'state', 'archiveFileId'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new AppError('NOT_FOUND')
  return { ...row, state: BatchState.parse(row.state) }
}

/** A file of a batch with what became of it. */
export interface BatchFileRow {
  readonly path: string
  readonly importId: string | null
  readonly result: FileResult
  readonly planId: string | null
  readonly error: z.infer<typeof StoredError> | null
}

/** The files of a batch by path. At most as many as a batch takes. */
export async function loadBatchFiles(tx: Tx, jurisdictionId: string, batchId: string): Promise<readonly BatchFileRow[]> {
  const rows = await tx
    .selectFrom('planBatchFile')
    .leftJoin('planImport', (join) =>
      join
        .onRef('planImport.jurisdictionId', '=', 'planBatchFile.jurisdictionId')
        .on((eb) => eb('planImport.id', '=', eb.fn.coalesce('planBatchFile.importId', 'planBatchFile.sameAs'))),
    )
    .select(['planBatchFile.path', 'planBatchFile.importId', 'planBatchFile.sameAs', 'planBatchFile.error'])
    .select(['planImport.state', 'planImport.planId', 'planImport.error as importError'])
    .where('planBatchFile.jurisdictionId', '=', jurisdictionId)
    .where('planBatchFile.batchId', '=', batchId)
    .orderBy('planBatchFile.path')
    .execute()
  return rows.map(({ path, importId, sameAs, error, state, planId, importError }) => ({
    path,
    importId,
    result: fileResult({ state: importId === null ? null : ImportState.parse(state), isSame: sameAs !== null }),
    planId,
    error: StoredError.nullable().parse(importId === null ? error : importError),
  }))
}
