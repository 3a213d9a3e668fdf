import type { Day } from '#core/day/day.ts'
import { namesOf, partiesByName } from '#core/access/named.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { MasterRow } from '#core/reconciliation/compare.ts'
import { loadLedgerNames } from '#server/access/ledger-names.ts'
import type { Tx } from '#server/db/connect.ts'
import { CURRENT } from '#server/ledger/standing-rows.ts'
import { loadOrganisation } from '#server/org/load.ts'

/** The confirmed commitments an org answers for or supports, as they stand on the clock's day; null: all there are. */
export async function loadMasterRows(tx: Tx, jurisdictionId: string, org: string | null, asOf: Day): Promise<readonly MasterRow[]> {
  const names = org === null ? null : await namesFor(tx, jurisdictionId, org, asOf)
  const rows = await tx
    .selectFrom('ledgerEntry')
    .leftJoin('ledgerStanding', (join) =>
      join
        .onRef('ledgerStanding.commitmentId', '=', 'ledgerEntry.commitmentId')
        .on('ledgerStanding.jurisdictionId', '=', jurisdictionId)
        .on('ledgerStanding.edition', '=', CURRENT),
    )
    .select(['ledgerEntry.commitmentId', 'ref', 'sentence', 'measure', 'dueOn', 'dueText', 'leadOrgs', 'supportingOrgs', 'owners'])
    .select(['ledgerStanding.actual', 'ledgerStanding.required', 'ledgerStanding.met', 'ledgerStanding.subjects', 'ledgerStanding.per'])
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
    .where((eb) =>
      names === null ? eb.lit(true) : eb.or([eb('leadOrgs', '&&', eb.val([...names])), eb('supportingOrgs', '&&', eb.val([...names]))]),
    )
    .orderBy('planId')
    .orderBy('ordinal')
    .execute()
  return rows.map(({ commitmentId, dueOn, met, subjects, per, actual, required, ...row }) => ({
    ...row,
    commitment: CommitmentId.parse(commitmentId),
    dueOn: dueOn ?? '',
    // of several the ledger shows how many are done
    ...(per === null || per === 'whole' ? { actual, required } : { actual: String(met), required: String(subjects) }),
    isDone: met === null ? null : met === subjects,
  }))
}

async function namesFor(tx: Tx, jurisdictionId: string, org: string, asOf: Day): Promise<readonly string[]> {
  const { unit } = partiesByName(await loadOrganisation(tx, jurisdictionId), asOf, await loadLedgerNames(tx, jurisdictionId))
  return namesOf(unit, [`org:${org}`])
}
