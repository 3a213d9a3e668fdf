import type * as z from 'zod'
import type { planBatch } from '#contract/plan-batch.ts'
import { BatchState, type FileResult, isRunning, tallyOf } from '#core/plan-batch/plan-batch.ts'
import { Instant } from '#core/day/day.ts'
import { PlanId } from '#core/plan/plan.ts'
import type { Tx } from '#server/db/connect.ts'
import { type BatchFileRow, loadBatchFiles, StoredError } from '#server/plan-batch/stored.ts'
import { AppError } from '#server/platform/errors.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Got = z.output<NonNullable<(typeof planBatch.get)['~orpc']['outputSchema']>>
type Batch = Got['batch']
type File = Got['files'][number]

const LISTED = 20

/** The last batches, the last first. */
export async function listBatches(context: Context): Promise<readonly Batch[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('plan:import')
    const rows = await batches(tx, actor.jurisdictionId).orderBy('startedAt', 'desc').limit(LISTED).execute()
    const items: Batch[] = []
    for (const row of rows) items.push(batchOf(row, await loadBatchFiles(tx, actor.jurisdictionId, row.id)))
    return items
  })
}

interface Asked {
  readonly id: string
  readonly result?: FileResult | undefined
  readonly offset: number
  readonly limit: number
}

/** 批量导入进度: the batch and a page of its files. `sent`: the paths that were taken, while files still come, so that a sender can go on. */
export async function getBatch(context: Context, { id, result, offset, limit }: Asked): Promise<Got> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('plan:import')
    const { jurisdictionId } = actor
    const row = await batches(tx, jurisdictionId).where('id', '=', id).executeTakeFirst()
    if (row === undefined) throw new AppError('NOT_FOUND')
    const all = await loadBatchFiles(tx, jurisdictionId, id)
    const wanted = all.filter((file) => result === undefined || file.result === result)
    const page = wanted.slice(offset, offset + limit)
    const batch = batchOf(row, all)
    const sent = batch.state === 'receiving' ? all.map(({ path }) => path) : []
    return { batch, total: wanted.length, files: await withPlans(tx, jurisdictionId, page), sent }
  })
}

function batches(tx: Tx, jurisdictionId: string) {
  return tx
    .selectFrom('planBatch')
    .select(['id', 'name', 'state', 'expected', 'leftOut', 'error', 'startedAt', 'startedByName'])
    .where('jurisdictionId', '=', jurisdictionId)
}

type Row = Awaited<ReturnType<ReturnType<typeof batches>['execute']>>[number]

function batchOf({ id, name, state, expected, leftOut, error, startedAt, startedByName }: Row, files: readonly BatchFileRow[]): Batch {
  const tally = tallyOf(files.map(({ result }) => result))
  const parsed = BatchState.parse(state)
  return {
    id,
    name,
    state: parsed,
    isRunning: isRunning(parsed, tally),
    expected,
    leftOut,
    error: StoredError.nullable().parse(error),
    startedAt: Instant.parse(new Date(startedAt).toISOString()),
    startedBy: startedByName,
    taken: files.length,
    tally,
  }
}

async function withPlans(tx: Tx, jurisdictionId: string, rows: readonly BatchFileRow[]): Promise<readonly File[]> {
  const ids = [...new Set(rows.flatMap(({ planId }) => planId ?? []))]
  if (ids.length === 0) return rows.map((row) => fileOf(row, undefined))
  const plans = await tx
    .selectFrom('plan')
    .select(['plan.id', 'plan.title'])
    .select((eb) => [
      eb
        .selectFrom('commitment')
        .select(eb.fn.countAll<string>().as('count'))
        .where('commitment.jurisdictionId', '=', jurisdictionId)
        .whereRef('commitment.planId', '=', 'plan.id')
        .where('commitment.state', 'in', ['draft', 'confirmed'])
        .as('commitments'),
      eb
        .selectFrom('question')
        .select(eb.fn.countAll<string>().as('count'))
        .where('question.jurisdictionId', '=', jurisdictionId)
        .whereRef('question.planId', '=', 'plan.id')
        .where('question.answer', 'is', null)
        .as('questions'),
    ])
    .where('plan.jurisdictionId', '=', jurisdictionId)
    .where('plan.id', 'in', ids)
    .execute()
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  return rows.map((row) => fileOf(row, byId.get(row.planId ?? '')))
}

interface PlanRow {
  readonly id: string
  readonly title: string
  readonly commitments: string | null
  readonly questions: string | null
}

function fileOf({ path, result, error }: BatchFileRow, plan: PlanRow | undefined): File {
  return {
    path,
    result,
    plan: plan === undefined ? null : { id: PlanId.parse(plan.id), title: plan.title },
    commitments: Number(plan?.commitments ?? 0),
    questions: Number(plan?.questions ?? 0),
    error,
  }
}
