import { sql } from 'kysely'
import type { Instant } from '#core/day/day.ts'
import { ledgerColumnsOf } from '#core/ledger/columns.ts'
import { placesOf } from '#core/ledger/place.ts'
import type { Settled } from '#core/revision/own-refs.ts'
import { saveLedgerNames } from '#server/access/save-names.ts'
import { commitmentColumns, entryColumns } from '#server/commitment/columns.ts'
import { keepReplaced } from '#server/commitment/keep-replaced.ts'
import { insertCommitments } from '#server/commitment/insert.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadClauses } from '#server/plan/clauses.ts'

/** Saves every commitment of a plan as a new revision leaves it, in the order of the document, with its ledger entry. `text`: of that revision; its clauses are saved. */
export async function saveCommitments(
  tx: Tx,
  jurisdictionId: string,
  plan: { readonly id: string; readonly title: string; readonly text: string },
  settled: readonly Settled[],
  now: Instant,
): Promise<void> {
  const places = placesOf(await loadClauses(tx, { jurisdictionId, planId: plan.id }), plan.text)
  const ordinals = ordinalsOf(settled)
  const rows = settled.map((each, at) => ({ ...each, ordinal: ordinals[at] ?? '', place: places.get(each.after.clause) }))
  const added = rows.flatMap(({ before, after, ordinal, place }) =>
    before === null && place !== undefined
      ? [{ commitment: { ...after, within: null }, standing: { planId: plan.id, planTitle: plan.title, ordinal, place } }]
      : [],
  )
  await keepReplaced(
    tx,
    jurisdictionId,
    settled.flatMap(({ before }) => before?.id ?? []),
    now,
  )
  // no two have one place in the plan: all leave theirs before any takes another's
  for (const table of ['commitment', 'ledgerEntry'] as const)
    await tx
      .updateTable(table)
      .set({ ordinal: sql<string>`'~' || ordinal` })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('planId', '=', plan.id)
      .execute()
  await insertCommitments(tx, jurisdictionId, plan.text, added, now)
  for (const { after, ordinal, place, isPlaced } of rows) {
    await tx
      .updateTable('commitment')
      .set({ ...commitmentColumns(after), clauseId: after.clause, withinId: after.within, ordinal, ref: after.ref })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', after.id)
      .execute()
    await tx
      .updateTable('ledgerEntry')
      .set({
        ...entryColumns(after, plan.text),
        planTitle: plan.title,
        ordinal,
        ref: after.ref,
        // what stands on an earlier revision keeps the words it stood under
        ...(isPlaced ? place : { aspectOrdinal: place?.aspectOrdinal ?? null }),
      })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('commitmentId', '=', after.id)
      .execute()
  }
  await saveLedgerNames(
    tx,
    jurisdictionId,
    settled.map(({ after }) => ledgerColumnsOf(after)),
  )
}

/** The order of the plan as text: what is read in the document by its place, what is not behind what it follows. */
function ordinalsOf(settled: readonly Settled[]): readonly string[] {
  let [place, behind] = [0, 0]
  return settled.map(({ isPlaced }) => {
    if (isPlaced) [place, behind] = [place + 1, 0]
    else behind += 1
    const own = String(place).padStart(6, '0')
    return isPlaced ? own : `${own}.${String(behind).padStart(4, '0')}`
  })
}
