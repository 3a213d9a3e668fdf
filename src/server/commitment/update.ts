import type { Commitment } from '#core/commitment/commitment.ts'
import type { Instant } from '#core/day/day.ts'
import { ledgerColumnsOf } from '#core/ledger/columns.ts'
import { saveLedgerNames } from '#server/access/save-names.ts'
import { commitmentColumns, entryColumns } from '#server/commitment/columns.ts'
import { keepReplaced } from '#server/commitment/keep-replaced.ts'
import { refreshTerms } from '#server/counting/refresh-terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { refreshResponsibility } from '#server/dispatch/refresh.ts'
import { refreshFindings } from '#server/finding-consequence/refresh.ts'
import { keepStands } from '#server/finding-consequence/stands.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import type { LoadedPlan } from '#server/plan/load.ts'

/** Saves commitments of one plan that have changed, with their ledger entries, and works out what is computed from them. The plan is locked: nobody else changes them meanwhile. */
export async function updateCommitments(
  tx: Tx,
  jurisdictionId: string,
  plan: Pick<LoadedPlan, 'id' | 'text'>,
  commitments: readonly Commitment[],
  now: Instant,
): Promise<void> {
  await keepReplaced(
    tx,
    jurisdictionId,
    commitments.map(({ id }) => id),
    now,
  )
  for (const commitment of commitments) {
    await tx
      .updateTable('commitment')
      .set(commitmentColumns(commitment))
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', commitment.id)
      .execute()
    await tx
      .updateTable('ledgerEntry')
      .set(entryColumns(commitment, plan.text))
      .where('jurisdictionId', '=', jurisdictionId)
      .where('commitmentId', '=', commitment.id)
      .execute()
  }
  await saveLedgerNames(
    tx,
    jurisdictionId,
    commitments.map((commitment) => ledgerColumnsOf(commitment)),
  )
  await refreshTerms(tx, jurisdictionId, plan.id, now)
  await refreshResponsibility(tx, jurisdictionId, { planId: plan.id, asOf: dayInShanghai(now), now })
  const ids = commitments.map(({ id }) => id)
  await keepStands(tx, jurisdictionId, ids)
  await refreshFindings(tx, jurisdictionId, [...ids, ...commitments.flatMap(({ replacedBy }) => replacedBy)], now)
}
