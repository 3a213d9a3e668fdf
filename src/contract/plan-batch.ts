import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Instant } from '#core/day/day.ts'
import { BatchState, FileResult, MOST_FILES } from '#core/plan-batch/plan-batch.ts'
import { PlanId } from '#core/plan/plan.ts'

const count = z.number().int()
const StoredError = z.object({ code: z.string(), params: z.record(z.string(), z.string()) }).readonly()

/** 批量导入 as a whole. `expected`: how many files its sender named; null: an archive that is not open yet. `isRunning`: work is left. */
const Batch = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: BatchState,
    isRunning: z.boolean(),
    expected: count.nullable(),
    leftOut: count,
    error: StoredError.nullable(),
    startedAt: Instant,
    startedBy: z.string(),
    taken: count,
    tally: z.record(FileResult, count).readonly(),
  })
  .readonly()

/** One file of it. `plan`: what came of it, or what had come of the same bytes; null where there is none, or it was removed. `error`: why there is none. */
const BatchFile = z
  .object({
    path: z.string(),
    result: FileResult,
    plan: z.object({ id: PlanId, title: z.string() }).readonly().nullable(),
    commitments: count,
    questions: count,
    error: StoredError.nullable(),
  })
  .readonly()

/** Answer to `POST /api/plan-batches/{id}/files?path=…` (one document as the form field `file`). */
export const FileTaken = z.object({ path: z.string() }).readonly()
/** Answer to `POST /api/plan-batches/archives` (a .zip as the form field `file`). */
export const ArchiveTaken = z.object({ id: z.uuid() }).readonly()

const id = z.uuid()

export const planBatch = {
  /** The last ones, the last first. */
  list: oc
    .route({ method: 'GET', path: '/plan-batches', summary: '批量导入', tags: ['plan-batch'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(Batch).readonly() })),
  /** Begins one whose files are sent one by one; the same file sent again is taken once. */
  begin: oc
    .route({ method: 'POST', path: '/plan-batches', summary: '开始批量导入', tags: ['plan-batch'] })
    .errors({ FORBIDDEN })
    .input(z.strictObject({ name: z.string().trim().min(1).max(200), expected: z.number().int().min(1).max(MOST_FILES) }))
    .output(z.object({ id })),
  /** The batch with the files of one result (null: all), by path. */
  get: oc
    .route({ method: 'GET', path: '/plan-batches/{id}', summary: '批量导入进度', tags: ['plan-batch'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(
      z.strictObject({
        id,
        result: FileResult.optional(),
        offset: z.coerce.number().int().min(0).max(MOST_FILES).default(0),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ batch: Batch, total: count, files: z.array(BatchFile).readonly(), sent: z.array(z.string()).readonly() })),
  /** What the sender could not send, and why. */
  noteUnsent: oc
    .route({ method: 'POST', path: '/plan-batches/{id}/unsent', summary: '登记未能上传的文件', tags: ['plan-batch'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ id, path: z.string().trim().min(1).max(1000), code: z.enum(['too-large', 'empty', 'unreadable']) }))
    .output(FileTaken),
  /** Says that no more files come. */
  finish: oc
    .route({ method: 'POST', path: '/plan-batches/{id}/finish', summary: '结束上传', tags: ['plan-batch'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ id }))
    .output(z.object({ id })),
  /** 取消: what is done stands, what waits is dropped. */
  cancel: oc
    .route({ method: 'POST', path: '/plan-batches/{id}/cancel', summary: '取消批量导入', tags: ['plan-batch'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ id }))
    .output(z.object({ id })),
}
