import { sql } from 'kysely'
import type { Day, Instant } from '#core/day/day.ts'
import { responsibilityWords } from '#core/dispatch/responsibility.ts'
import { keepReplaced } from '#server/commitment/keep-replaced.ts'
import type { Tx } from '#server/db/connect.ts'
import { type Ground, loadGround } from '#server/dispatch/ground.ts'
import { loadEntries, loadLeads, type PlanLeads } from '#server/dispatch/load.ts'
import { tiersOf } from '#server/dispatch/tiers.ts'

/** Keeps 分办 and 责任 of the rows of a plan as the ledger shows them; after every step, when rows enter the ledger or name other leaders, and when the organisation changes. */
export async function refreshResponsibility(
  tx: Tx,
  jurisdictionId: string,
  {
    planId,
    asOf,
    now,
    commitments,
  }: { readonly planId: string; readonly asOf: Day; readonly now: Instant; readonly commitments?: readonly string[] },
  known?: Ground,
): Promise<void> {
  const leads = await loadLeads(tx, jurisdictionId, planId)
  if (commitments === undefined && !(await isBegun(tx, jurisdictionId, planId, leads))) return
  const ground = known ?? (await loadGround(tx, jurisdictionId, asOf))
  // rows of a plan are written by one after the other, in whatever order each finds them
  await tx.selectFrom('plan').select('id').where('jurisdictionId', '=', jurisdictionId).where('id', '=', planId).forNoKeyUpdate().execute()
  const entries = await loadEntries(tx, jurisdictionId, null, commitments === undefined ? { plan: planId } : { commitments })
  const rows = entries.map((entry) => ({
    id: entry.commitment,
    stands: entry.stored.state === 'waiting' ? null : entry.stored.state,
    words: responsibilityWords(tiersOf(entry, leads, ground), ground.holders),
  }))
  if (rows.length === 0) return
  const made = sql<{ id: string; stands: string | null; words: string }>`
    (select * from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ stands }) => stands)}::text[], ${rows.map(({ words }) => words)}::text[]) as rows (id, stands, words))`
  const differing = await tx
    .selectFrom('ledgerEntry')
    .innerJoin(made.as('made'), (join) => join.onRef('made.id', '=', 'ledgerEntry.commitmentId'))
    .select('made.id')
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where((eb) =>
      eb.or([
        eb('ledgerEntry.dispatch', 'is distinct from', eb.ref('made.stands')),
        eb('ledgerEntry.responsibility', '<>', eb.ref('made.words')),
      ]),
    )
    .execute()
  if (differing.length === 0) return
  const ids = differing.map(({ id }) => id)
  await keepReplaced(tx, jurisdictionId, ids, now, ['dispatch', 'responsibility'])
  await tx
    .updateTable('ledgerEntry')
    .from(made.as('made'))
    .set((eb) => ({ dispatch: eb.ref('made.stands'), responsibility: eb.ref('made.words') }))
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .whereRef('ledgerEntry.commitmentId', '=', 'made.id')
    .where((eb) => eb('ledgerEntry.commitmentId', '=', eb.fn.any(eb.val(ids))))
    .execute()
}

/** The plans of which anybody answers for anything, locked one after the other: before the clock is, as everywhere. */
export async function lockAnsweredFor(tx: Tx, jurisdictionId: string): Promise<readonly string[]> {
  const [first, claim, dispatch] = (['firstResponsible', 'claim', 'dispatch'] as const).map((table) =>
    tx.selectFrom(table).select('planId').where('jurisdictionId', '=', jurisdictionId),
  )
  if (first === undefined || claim === undefined || dispatch === undefined) return []
  const rows = await tx
    .selectFrom('plan')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', 'in', first.union(claim).union(dispatch))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether anybody answers for anything of the plan yet. */
async function isBegun(tx: Tx, jurisdictionId: string, planId: string, { first, claims }: PlanLeads): Promise<boolean> {
  if (first.party !== null || claims.size > 0) return true
  const row = await tx
    .selectFrom('dispatch')
    .select('commitmentId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
