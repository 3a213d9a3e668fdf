import * as z from 'zod'
import { ClosureLevel, type ClosureStanding, ClosureStep, standingAfter } from '#core/closure/closure.ts'
import { ClosureLevels, usualLevels } from '#core/closure/settings.ts'
import { USUAL_WATCH_DAYS } from '#core/closure/watch.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Tx } from '#server/db/connect.ts'

const Levels = z.array(ClosureLevel).readonly()

/** A closure as it is stored; `id` null: nothing was ever asked. */
export interface StoredClosure {
  readonly id: string | null
  readonly commitment: CommitmentId
  readonly stage: string
  readonly version: number
  readonly levels: readonly ClosureLevel[]
  readonly steps: readonly ClosureStep[]
  readonly standing: ClosureStanding
}

/** Which closure. */
export type ClosureKey = { readonly id: string } | { readonly commitment: CommitmentId; readonly stage: string }

/** A closure with its steps; locked until the transaction ends where it is to be changed. Null where there is none. */
export async function loadClosure(tx: Tx, jurisdictionId: string, key: ClosureKey, lock = false): Promise<StoredClosure | null> {
  const row = await tx
    .selectFrom('closure')
    .select(['id', 'commitmentId', 'stage', 'version', 'levels'])
    .where('jurisdictionId', '=', jurisdictionId)
    .$if('id' in key, (query) => query.where('id', '=', 'id' in key ? key.id : ''))
    .$if('stage' in key, (query) =>
      'stage' in key ? query.where('commitmentId', '=', key.commitment).where('stage', '=', key.stage) : query,
    )
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) return null
  const levels = Levels.parse(row.levels)
  const steps = await loadSteps(tx, jurisdictionId, row.id)
  return {
    id: row.id,
    commitment: commitmentColumn.parse(row.commitmentId),
    stage: row.stage,
    version: row.version,
    levels,
    steps,
    standing: standingAfter(steps, levels),
  }
}

const commitmentColumn = z.custom<CommitmentId>()

async function loadSteps(tx: Tx, jurisdictionId: string, closureId: string): Promise<readonly ClosureStep[]> {
  return (await loadStepsOf(tx, jurisdictionId, [closureId])).get(closureId) ?? []
}

/** The steps of several closures, of each in their order. */
export async function loadStepsOf(
  tx: Tx,
  jurisdictionId: string,
  closures: readonly string[],
): Promise<ReadonlyMap<string, readonly ClosureStep[]>> {
  const rows = await tx
    .selectFrom('closureStep')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('closureId', '=', eb.fn.any(eb.val([...closures]))))
    .orderBy('ordinal')
    .execute()
  const steps = rows.map((row) => ({ closure: row.closureId, step: ClosureStep.parse({ ...row, by: row.byName }) }))
  return new Map([...Map.groupBy(steps, ({ closure }) => closure)].map(([closure, some]) => [closure, some.map(({ step }) => step)]))
}

/** 审签设置 as it stands; version 0: nobody has changed what the program brings. */
export async function loadLevels(
  tx: Tx,
  jurisdictionId: string,
): Promise<{ readonly version: number; readonly levels: ClosureLevels; readonly watchDays: number }> {
  const row = await tx
    .selectFrom('closureSetting')
    .select(['version', 'levels', 'watchDays'])
    .where('jurisdictionId', '=', jurisdictionId)
    .executeTakeFirst()
  return row
    ? { version: row.version, levels: ClosureLevels.parse(row.levels), watchDays: row.watchDays }
    : { version: 0, levels: usualLevels, watchDays: USUAL_WATCH_DAYS }
}
