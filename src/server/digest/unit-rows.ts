import { CommitmentId } from '#core/commitment/commitment.ts'
import { addDays, type Day } from '#core/day/day.ts'
import type { DigestItem } from '#core/digest/digest.ts'
import { progressAskedBy, quarterOf } from '#core/progress/progress.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadGround } from '#server/dispatch/ground.ts'
import { waitsForUnit } from '#server/dispatch/counts.ts'
import { daysOfQuarter } from '#server/progress/stored.ts'

const itemOf = ({ commitmentId, ref }: { readonly commitmentId: string; readonly ref: string }, on: Day | null): DigestItem => ({
  ref,
  on,
  path: `/commitments/${CommitmentId.parse(commitmentId)}`,
})

/** 待签收: what was handed out to units that one heads and is not confirmed yet, or lost its owner. */
export async function toConfirm(tx: Tx, { jurisdictionId, post, headed }: Scope, asOf: Day): Promise<readonly DigestItem[]> {
  if (post !== 'unit' || headed.length === 0) return []
  const rows = await tx
    .selectFrom('dispatch')
    .innerJoin('ledgerEntry', (join) =>
      join.on('ledgerEntry.jurisdictionId', '=', jurisdictionId).onRef('ledgerEntry.commitmentId', '=', 'dispatch.commitmentId'),
    )
    .select(['dispatch.commitmentId', 'ref', 'dispatch.state', 'dispatch.orgId', 'dispatch.owner'])
    .where('dispatch.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
    .where('dispatch.state', 'in', ['dispatched', 'insisted', 'confirmed'])
    .where((eb) => eb('dispatch.orgId', '=', eb.fn.any(eb.val([...headed]))))
    .orderBy('ledgerEntry.planId')
    .orderBy('ledgerEntry.ordinal')
    .execute()
  if (rows.length === 0) return []
  const { holders } = await loadGround(tx, jurisdictionId, asOf)
  return rows.filter((row) => waitsForUnit(row, holders)).map((row) => itemOf(row, null))
}

/** 待报进展: rows that one's unit leads, in the last days of a quarter in which neither a record nor a text says anything of them. */
export async function progressDue(tx: Tx, { jurisdictionId, post, names, entersFor }: Scope, asOf: Day): Promise<readonly DigestItem[]> {
  const by = progressAskedBy(asOf)
  if (by === null || post !== 'unit') return []
  const quarter = quarterOf(asOf)
  const { from, to } = daysOfQuarter(quarter)
  const rows = await tx
    .selectFrom('ledgerEntry')
    .leftJoin('dispatch', (join) =>
      join.on('dispatch.jurisdictionId', '=', jurisdictionId).onRef('dispatch.commitmentId', '=', 'ledgerEntry.commitmentId'),
    )
    .select(['ledgerEntry.commitmentId', 'ref'])
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
    .where((eb) => eb.or([eb('closure', 'is', null), eb('closure', 'not in', ['closed', 'terminated'])]))
    .where((eb) =>
      eb.or([
        eb('dispatch.orgId', '=', eb.fn.any(eb.val([...entersFor]))),
        eb.and([eb('dispatch.orgId', 'is', null), eb('leadOrgs', '&&', eb.val([...names.unit]))]),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('credit')
            .select('credit.recordId')
            .where('credit.jurisdictionId', '=', jurisdictionId)
            .whereRef('credit.commitmentId', '=', 'ledgerEntry.commitmentId')
            .where('counts', '=', true)
            .where('part', '<>', 'base')
            .where('onDay', '>=', from)
            .where('onDay', '<', addDays(to, 1)),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('progressUpdate')
            .select('progressUpdate.id')
            .where('progressUpdate.jurisdictionId', '=', jurisdictionId)
            .whereRef('progressUpdate.commitmentId', '=', 'ledgerEntry.commitmentId')
            .where('isStanding', '=', true)
            .where('year', '=', quarter.year)
            .where('quarter', '=', quarter.quarter),
        ),
      ),
    )
    .orderBy('ledgerEntry.planId')
    .orderBy('ledgerEntry.ordinal')
    .execute()
  return rows.map((row) => itemOf(row, by))
}
