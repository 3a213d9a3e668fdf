import { sql } from 'kysely'
import type { DispatchWaiting } from '#contract/dispatch.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { type Ground, loadGround } from '#server/dispatch/ground.ts'
import { partyIn } from '#server/dispatch/stored.ts'
import { findingKey } from '#server/finding/key.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const count = sql<string>`count(*)`.as('count')

/** How much waits in 分办 for whoever asks: counted by the database, not row by row. */
export async function waitingCounts(context: Context): Promise<DispatchWaiting> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('dispatch:read')
    const seen = await scope()
    const ground = await loadGround(tx, actor.jurisdictionId, context.asOf)
    const isOffice = seen.post === 'office'
    return {
      claim: seen.seesLedger ? await countUnclaimed(tx, seen, ground) : 0,
      dispatch: isOffice ? await countRows(tx, seen, null) : 0,
      settle: isOffice ? await countRows(tx, seen, 'refused') : 0,
      confirm: seen.post === 'unit' ? await countToConfirm(tx, seen, ground) : 0,
    }
  })
}

/** Rows of the ledger by how their 分办 stands; null: nobody has them. */
async function countRows(tx: Tx, { jurisdictionId }: Scope, state: 'refused' | null): Promise<number> {
  const row = await tx
    .selectFrom('ledgerEntry')
    .select(count)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', '=', 'confirmed')
    .where('dispatch', state === null ? 'is' : '=', state)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function countUnclaimed(tx: Tx, { jurisdictionId }: Scope, { holders }: Ground): Promise<number> {
  const findings = await tx
    .selectFrom('ledgerEntry')
    .select(['planId', 'aspect', 'finding'])
    .distinct()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', '=', 'confirmed')
    .execute()
  const claims = await tx.selectFrom('claim').select(['planId', 'finding', 'leader']).where('jurisdictionId', '=', jurisdictionId).execute()
  const held = new Set(
    claims.flatMap(({ planId, finding, leader }) => {
      const party = partyIn(leader)
      return party === null || holders.of(party).isVacant ? [] : [`${planId} ${finding}`]
    }),
  )
  return findings.filter(({ planId, aspect, finding }) => !held.has(`${planId} ${findingKey(aspect, finding)}`)).length
}

/** What the units of whoever asks are to confirm, and what lost its owner. */
async function countToConfirm(tx: Tx, { jurisdictionId, headed }: Scope, { holders }: Ground): Promise<number> {
  const rows = await tx
    .selectFrom('dispatch')
    .innerJoin('ledgerEntry', (join) =>
      join.on('ledgerEntry.jurisdictionId', '=', jurisdictionId).onRef('ledgerEntry.commitmentId', '=', 'dispatch.commitmentId'),
    )
    .select(['dispatch.state', 'dispatch.orgId', 'dispatch.owner', count])
    .where('dispatch.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
    .where((eb) => eb('dispatch.orgId', '=', eb.fn.any(eb.val([...headed]))))
    .groupBy(['dispatch.state', 'dispatch.orgId', 'dispatch.owner'])
    .execute()
  return rows.reduce((sum, row) => (waitsForUnit(row, holders) ? sum + Number(row.count) : sum), 0)
}

/** Whether a row waits for the unit it was handed out to: to be confirmed, or for another owner, as the former left. */
export function waitsForUnit(
  { state, orgId, owner }: { readonly state: string; readonly orgId: string | null; readonly owner: string | null },
  holders: Pick<Ground['holders'], 'of'>,
): boolean {
  const party = partyIn(owner)
  if (state === 'dispatched' || state === 'insisted') return true
  return state === 'confirmed' && party !== null && holders.of(party, orgId).isVacant
}
