import * as z from 'zod'
import { ClosureLevel, ClosureStep, standingAfter } from '#core/closure/closure.ts'
import type { Day } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import { dayInShanghai } from '#server/platform/clock.ts'

const Levels = z.array(ClosureLevel).readonly()

/** A closure that had ended by a day. `stage` '': of the whole; `from`: first day of the period it is of; `endedOn`: the day of the last act. */
export interface Closing {
  readonly state: 'closed' | 'terminated'
  readonly stage: string
  readonly from: Day | null
  readonly endedOn: Day
}

/** What had been struck off or ended by the end of a day, and not been opened again by then, by commitment. What was done later is left out. */
export async function loadClosings(tx: Tx, jurisdictionId: string, day: Day): Promise<ReadonlyMap<string, readonly Closing[]>> {
  const steps = await stepsUntil(tx, jurisdictionId, day)
  const closures = await loadClosures(tx, jurisdictionId, [...steps.keys()])
  const found = new Map<string, Closing[]>()
  for (const { id, commitmentId, stage, levels, from } of closures) {
    const own = steps.get(id) ?? []
    const { state } = standingAfter(own, Levels.parse(levels))
    const last = own.at(-1)
    if (last === undefined || (state !== 'closed' && state !== 'terminated')) continue
    const closing = { state, stage, from, endedOn: dayInShanghai(last.at) }
    found.set(commitmentId, [...(found.get(commitmentId) ?? []), closing])
  }
  return found
}

async function stepsUntil(tx: Tx, jurisdictionId: string, day: Day): Promise<ReadonlyMap<string, readonly ClosureStep[]>> {
  const rows = await tx
    .selectFrom('closureStep')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('closureId')
    .orderBy('ordinal')
    .execute()
  const steps = rows.map((row) => ({ closure: row.closureId, step: ClosureStep.parse({ ...row, by: row.byName }) }))
  const until = steps.filter(({ step }) => dayInShanghai(step.at) <= day)
  return new Map([...Map.groupBy(until, ({ closure }) => closure)].map(([closure, own]) => [closure, own.map(({ step }) => step)]))
}

const dayColumn = z.custom<Day | null>()

async function loadClosures(tx: Tx, jurisdictionId: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('closure')
    .select(['id', 'commitmentId', 'stage', 'levels'])
    .select((eb) =>
      eb
        .selectFrom('occurrence')
        .select(({ fn }) => fn.min('periodFrom').as('first'))
        .where('occurrence.jurisdictionId', '=', jurisdictionId)
        .whereRef('occurrence.commitmentId', '=', 'closure.commitmentId')
        .whereRef('occurrence.period', '=', 'closure.stage')
        .as('from'),
    )
    .where('closure.jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  return rows.map((row) => ({ ...row, from: dayColumn.parse(row.from) }))
}
