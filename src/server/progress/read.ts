import type { ProgressView } from '#contract/progress.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { progressNeed, quarterOf } from '#core/progress/progress.ts'
import type { Pack } from '#core/pack/pack.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { ownOrgs } from '#server/progress/own-orgs.ts'
import { loadUpdates, recordsOf } from '#server/progress/stored.ts'
import { namesOf } from '#server/record/names.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Caller = Context & { readonly packs: readonly Pack[] }

/** 进展情况 of a commitment: what its records say of the quarter, and what units wrote. */
export async function readProgress(context: Caller, { commitment }: { readonly commitment: CommitmentId }): Promise<ProgressView> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('progress:read')
    const seen = await scope()
    await demandCommitmentSeen(tx, seen, commitment)
    return progressOf(tx, seen, context, commitment)
  })
}

/** The same in a transaction that has asked. Records that are not seen are counted, never named. */
export async function progressOf(tx: Tx, scope: Scope, context: Caller, commitment: CommitmentId): Promise<ProgressView> {
  const { jurisdictionId } = scope
  const quarter = quarterOf(context.asOf)
  const updates = await loadUpdates(tx, jurisdictionId, commitment)
  const { count, shown } = await recordsOf(tx, jurisdictionId, { commitment, quarter })
  const names = await namesOf(
    tx,
    jurisdictionId,
    shown.map(({ id }) => `record:${id}`),
    await recordSight(tx, scope, context.packs),
  )
  const entry = await tx
    .selectFrom('ledgerEntry')
    .select(['leadOrgs', 'state', 'closure'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .executeTakeFirstOrThrow()
  const texts = updates.filter((each) => each.isStanding && each.year === quarter.year && each.quarter === quarter.quarter)
  return {
    ...quarter,
    need: progressNeed({
      records: count,
      texts: texts.length,
      isOver: entry.state !== 'confirmed' || entry.closure === 'closed' || entry.closure === 'terminated',
    }),
    records: shown.flatMap(({ id, on }) => {
      const words = names[`record:${id}`]
      return words === undefined ? [] : [{ id, on, words }]
    }),
    recordCount: count,
    updates,
    orgs: await ownOrgs(tx, scope, context.asOf, entry.leadOrgs),
  }
}
