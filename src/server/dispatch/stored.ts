import { sql } from 'kysely'
import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { DispatchState, type DispatchStanding, DispatchStep, notDispatched, Task } from '#core/dispatch/dispatch.ts'
import { keyOf, type Party, partyOf } from '#core/roster/party.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Context } from '#server/verb/context.ts'

/** 分办 of a commitment as it is stored; version 0: nothing was done. */
export interface StoredDispatch extends DispatchStanding {
  readonly version: number
}

/** A row of 分办 as the database gives it, without its steps. */
export interface DispatchColumns {
  readonly version: number | null
  readonly state: string | null
  readonly orgId: string | null
  readonly supporting: readonly string[] | null
  readonly owner: string | null
  readonly round: number | null
  readonly note: string | null
}

/** Columns of 分办 that are read beside a commitment. */
export const DISPATCH_COLUMNS = [
  'dispatch.version',
  'dispatch.state',
  'dispatch.orgId',
  'dispatch.supporting',
  'dispatch.owner',
  'dispatch.round',
  'dispatch.note',
] as const

/** 分办 a row holds; where there is none, that nothing was done. */
export function standingOf(row: DispatchColumns, tasks: readonly Task[] = []): StoredDispatch {
  if (row.version === null || row.version === 0) return { ...notDispatched, version: 0 }
  return {
    version: row.version,
    state: DispatchState.parse(row.state),
    org: row.orgId,
    supporting: row.supporting ?? [],
    owner: partyIn(row.owner),
    tasks,
    round: row.round ?? 0,
    note: row.note ?? '',
  }
}

/** The party of a stored key. */
export function partyIn(key: string | null): Party | null {
  return key === null ? null : partyOf(key)
}

/** Locks 分办 of a commitment, so that what is done to it is done one after the other. CONFLICT where `version` no longer stands. */
export async function lockDispatch(
  tx: Tx,
  context: Context,
  asked: { readonly id: string; readonly planId: string; readonly version: number },
): Promise<StoredDispatch> {
  const { jurisdictionId, name } = context.actor
  await tx
    .insertInto('dispatch')
    .values({
      jurisdictionId,
      commitmentId: asked.id,
      planId: asked.planId,
      version: 0,
      state: 'waiting',
      supporting: [],
      round: 0,
      note: '',
      changedAt: context.now,
      changedByName: name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('dispatch')
    .select(DISPATCH_COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', asked.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.version !== asked.version) throw new AppError('CONFLICT', { version: row.version })
  return standingOf(row, await loadTasks(tx, jurisdictionId, asked.id))
}

/** Keeps where it stands after a step, the step itself, and the steps of work. */
export async function saveDispatch(
  tx: Tx,
  { actor, now }: Context,
  id: string,
  { before, after, step }: { readonly before: StoredDispatch; readonly after: DispatchStanding; readonly step: DispatchStep },
): Promise<void> {
  const { jurisdictionId } = actor
  await tx
    .updateTable('dispatch')
    .set({
      version: before.version + 1,
      state: after.state,
      orgId: after.org,
      supporting: [...after.supporting],
      owner: after.owner === null ? null : keyOf(after.owner),
      round: after.round,
      note: after.note,
      changedAt: now,
      changedByName: actor.name,
    })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', id)
    .execute()
  await tx
    .insertInto('dispatchStep')
    .values({
      jurisdictionId,
      commitmentId: id,
      ordinal: before.version + 1,
      kind: step.kind,
      account: step.account,
      byName: step.by,
      at: step.at,
      note: step.note,
      orgId: step.org,
      supporting: [...step.supporting],
      owner: step.owner === null ? null : keyOf(step.owner),
      tasks: JSON.stringify(step.tasks),
    })
    .execute()
  await tx.deleteFrom('task').where('jurisdictionId', '=', jurisdictionId).where('commitmentId', '=', id).execute()
  if (after.tasks.length > 0)
    await tx
      .insertInto('task')
      .values(
        after.tasks.map(({ words, by, who }, index) => ({
          jurisdictionId,
          commitmentId: id,
          ordinal: index + 1,
          words,
          byDay: by,
          who: who === null ? null : keyOf(who),
        })),
      )
      .execute()
}

/** 工作步骤 of a commitment. */
export async function loadTasks(tx: Tx, jurisdictionId: string, commitmentId: string): Promise<readonly Task[]> {
  const rows = await tx
    .selectFrom('task')
    .select(['words', 'byDay', 'who'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitmentId)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ words, byDay, who }) => ({ words, by: Day.parse(byDay), who: partyIn(who) }))
}

/** How many steps each commitment of a plan has. */
export async function countTasks(tx: Tx, jurisdictionId: string, planId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('task')
    .innerJoin('dispatch', (join) =>
      join.onRef('dispatch.jurisdictionId', '=', 'task.jurisdictionId').onRef('dispatch.commitmentId', '=', 'task.commitmentId'),
    )
    .select(['task.commitmentId', sql<string>`count(*)`.as('count')])
    .where('task.jurisdictionId', '=', jurisdictionId)
    .where('dispatch.jurisdictionId', '=', jurisdictionId)
    .where('dispatch.planId', '=', planId)
    .groupBy('task.commitmentId')
    .execute()
  return new Map(rows.map(({ commitmentId, count }) => [commitmentId, Number(count)]))
}

const Tasks = z.array(Task)

/** What was done to it, the first first. */
export async function loadSteps(tx: Tx, jurisdictionId: string, commitmentId: CommitmentId): Promise<readonly DispatchStep[]> {
  const rows = await tx
    .selectFrom('dispatchStep')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitmentId)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ kind, account, byName, at, note, orgId, supporting, owner, tasks }) =>
    DispatchStep.parse({ kind, account, by: byName, at, note, org: orgId, supporting, owner: partyIn(owner), tasks: Tasks.parse(tasks) }),
  )
}
