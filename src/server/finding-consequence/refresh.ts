import { type SqlBool, sql } from 'kysely'
import * as z from 'zod'
import { ClosureState } from '#core/closure/closure.ts'
import { CommitmentState } from '#core/commitment/commitment.ts'
import { Day, type Instant } from '#core/day/day.ts'
import { ConsequenceKind, findingAfterClosures } from '#core/finding-consequence/consequence.ts'
import type { Tx } from '#server/db/connect.ts'

const Led = z.object({
  findingId: z.uuid(),
  kind: ConsequenceKind,
  isOff: z.boolean(),
  closure: ClosureState,
  due: Day.nullable(),
})

/**
 * After commitments, or their closures, have changed: the findings that led to them stand as these do now, all of them together, and are due when the last of what
 * was made of them is. The day that the inspectors set stays beside.
 */
export async function refreshFindings(tx: Tx, jurisdictionId: string, commitments: readonly string[], now: Instant): Promise<void> {
  const led = await loadLed(tx, jurisdictionId, commitments)
  for (const [finding, some] of Map.groupBy(led, ({ findingId }) => findingId)) {
    const state = findingAfterClosures(some.map(({ isOff, closure }) => (isOff ? 'terminated' : closure)))
    const days = some.flatMap(({ kind, isOff, due }) => (kind === 'commitment' && !isOff && due !== null ? [due] : []))
    const last = days.toSorted().at(-1) ?? null
    await tx
      .updateTable('inspectionFinding')
      .set((eb) => ({
        state,
        version: eb('version', '+', 1),
        changedAt: now,
        ...(last === null ? {} : { dueOn: last, originalDue: firstDay(last) }),
      }))
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', finding)
      .where((eb) => eb.or([eb('state', '<>', state), ...(last === null ? [] : [eb('dueOn', '<>', last)])]))
      .execute()
  }
}

/** The day that was set first, as soon as another takes its place. */
export function firstDay(next: Day) {
  return sql<Day | null>`coalesce(original_due, nullif(due_on, ${next}::date))`
}

/** What stands of everything that the findings led to of which one of some commitments is. */
async function loadLed(tx: Tx, jurisdictionId: string, commitments: readonly string[]): Promise<readonly z.infer<typeof Led>[]> {
  if (commitments.length === 0) return []
  const rows = await tx
    .selectFrom('findingConsequence as consequence')
    .innerJoin('ledgerEntry as entry', (join) =>
      join.on('entry.jurisdictionId', '=', jurisdictionId).on(sql<SqlBool>`entry.commitment_id = any(consequence.stands)`),
    )
    .leftJoin('closure', (join) =>
      join
        .on('closure.jurisdictionId', '=', jurisdictionId)
        .onRef('closure.commitmentId', '=', 'entry.commitmentId')
        .onRef('closure.stage', '=', 'consequence.stage'),
    )
    .select(['consequence.findingId', 'consequence.kind', 'entry.state', 'closure.state as closure'])
    .select((eb) => eb.fn.coalesce('entry.extendedTo', 'entry.dueOn').as('due'))
    .where('consequence.jurisdictionId', '=', jurisdictionId)
    .where('entry.jurisdictionId', '=', jurisdictionId)
    .where(sql<SqlBool>`consequence.stands && ${[...commitments]}::uuid[]`)
    .execute()
  return rows.map(({ state, closure, ...row }) =>
    Led.parse({ ...row, isOff: CommitmentState.parse(state) === 'discarded', closure: closure ?? 'open' }),
  )
}
