import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { PlanId } from '#core/plan/plan.ts'
import type { Party } from '#core/roster/party.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import { DISPATCH_COLUMNS, partyIn, type StoredDispatch, standingOf } from '#server/dispatch/stored.ts'
import { findingKey } from '#server/finding/key.ts'
import { AppError } from '#server/platform/errors.ts'

/** A confirmed row of the ledger with its 分办. `leads`, `supports`, `leaders`: as the plan names them; `due`: extended where it was. */
export interface DispatchEntry {
  readonly commitment: CommitmentId
  readonly planId: PlanId
  readonly ref: string
  readonly sentence: string
  readonly indicator: string
  readonly aspect: string
  readonly finding: string
  readonly findingWords: string
  readonly due: Day | null
  readonly leads: readonly string[]
  readonly supports: readonly string[]
  readonly leaders: readonly string[]
  readonly stored: StoredDispatch
}

/** 认领 as it is stored; version 0: nobody ever claimed it. */
export interface StoredClaim {
  readonly version: number
  readonly leader: Party | null
  readonly changedBy: string | null
}

/** Who answers for a plan as a whole and for its findings. */
export interface PlanLeads {
  readonly first: { readonly version: number; readonly party: Party | null }
  readonly claims: ReadonlyMap<string, StoredClaim>
}

const dayColumn = z.custom<Day | null>()

/** Rows of the ledger that a scope sees (null: all), of one plan or one commitment, in the order of the plan. */
export async function loadEntries(
  tx: Tx,
  jurisdictionId: string,
  scope: Scope | null,
  which: { readonly plan: string } | { readonly commitments: readonly string[] } | 'all',
): Promise<readonly DispatchEntry[]> {
  const rows = await tx
    .selectFrom('ledgerEntry')
    .leftJoin('dispatch', (join) =>
      join.on('dispatch.jurisdictionId', '=', jurisdictionId).onRef('dispatch.commitmentId', '=', 'ledgerEntry.commitmentId'),
    )
    .leftJoin('closure', (join) =>
      join
        .on('closure.jurisdictionId', '=', jurisdictionId)
        .onRef('closure.commitmentId', '=', 'ledgerEntry.commitmentId')
        .on('closure.stage', '=', ''),
    )
    .select(['ledgerEntry.commitmentId', 'ledgerEntry.planId', 'ledgerEntry.ref', 'sentence', 'indicator', 'aspect', 'finding', 'dueOn'])
    .select(['leadOrgs', 'supportingOrgs', 'leaders', 'ledgerEntry.extendedTo', 'closure.extendedTo as closureExtendedTo'])
    .select(DISPATCH_COLUMNS)
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
    .$if(which !== 'all' && 'plan' in which, (query) =>
      query.where('ledgerEntry.planId', '=', which !== 'all' && 'plan' in which ? which.plan : ''),
    )
    .$if(which !== 'all' && 'commitments' in which, (query) =>
      query.where((eb) =>
        eb('ledgerEntry.commitmentId', '=', eb.fn.any(eb.val(which !== 'all' && 'commitments' in which ? [...which.commitments] : []))),
      ),
    )
    .where((eb) => (scope === null ? eb.lit(true) : isSeenCommitment(tx, scope, eb.ref('ledgerEntry.commitmentId'), 'confirmed')))
    .orderBy('ledgerEntry.planId')
    .orderBy('ledgerEntry.ordinal')
    .execute()
  return rows.map((row) => ({
    commitment: CommitmentId.parse(row.commitmentId),
    planId: PlanId.parse(row.planId),
    ref: row.ref,
    sentence: row.sentence,
    indicator: row.indicator,
    aspect: row.aspect,
    finding: findingKey(row.aspect, row.finding),
    findingWords: row.finding,
    due: dayColumn.parse(row.extendedTo ?? row.closureExtendedTo ?? row.dueOn),
    leads: row.leadOrgs,
    supports: row.supportingOrgs,
    leaders: row.leaders,
    stored: standingOf(row),
  }))
}

/** One row of the ledger that is seen; NOT_FOUND where there is none. */
export async function loadEntry(tx: Tx, jurisdictionId: string, scope: Scope | null, commitment: string): Promise<DispatchEntry> {
  const [entry] = await loadEntries(tx, jurisdictionId, scope, { commitments: [commitment] })
  if (entry === undefined) throw new AppError('NOT_FOUND')
  return entry
}

/** 第一责任人 and 认领 of a plan. */
export async function loadLeads(tx: Tx, jurisdictionId: string, planId: string): Promise<PlanLeads> {
  const first = await tx
    .selectFrom('firstResponsible')
    .select(['version', 'party'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .executeTakeFirst()
  const rows = await tx
    .selectFrom('claim')
    .select(['finding', 'version', 'leader', 'changedByName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .execute()
  return {
    first: { version: first?.version ?? 0, party: partyIn(first?.party ?? null) },
    claims: new Map(
      rows.map(({ finding, version, leader, changedByName }) => [finding, { version, leader: partyIn(leader), changedBy: changedByName }]),
    ),
  }
}
