import { type SqlBool, sql } from 'kysely'
import type * as z from 'zod'
import type { findingConsequence as contract } from '#contract/finding-consequence.ts'
import { can } from '#core/access/policy.ts'
import { ClosureState } from '#core/closure/closure.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import { ConsequenceKind, mayFollow } from '#core/finding-consequence/consequence.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadInspectionFinding } from '#server/finding-consequence/load-finding.ts'
import { originsOf } from '#server/finding-consequence/origins.ts'
import { AppError } from '#server/platform/errors.ts'
import { reviewOf } from '#server/similar-case-review/seen.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type OfFinding = z.output<NonNullable<(typeof contract.ofFinding)['~orpc']['outputSchema']>>
type OfCommitment = z.output<NonNullable<(typeof contract.ofCommitment)['~orpc']['outputSchema']>>

/** 后续 of a finding, to its unit once it was told of it, and to those who see the ledger. */
export async function consequenceOfFinding(context: Context, { id }: { readonly id: string }): Promise<OfFinding> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('inspection:read')
    const seen = await scope()
    const finding = await loadInspectionFinding(tx, seen, id)
    const isOwn = seen.orgs.includes(finding.org) && finding.isTold
    if (!seen.seesLedger && !finding.goesAlong && !isOwn) throw new AppError('NOT_FOUND')
    const follows = can({ post: actor.post, mode: actor.mode }, 'inspection:follow') && mayFollow(finding).ok
    const { version, orgName, words, demand, dueOn } = finding
    const consequences = await loadConsequences(tx, seen, id)
    return {
      id,
      version,
      org: orgName,
      words,
      demand,
      dueOn,
      consequences,
      follows,
    }
  })
}

/** Of what is another's, as a row opened again may be, the unit of a finding learns no more than its number and how it stands. */
async function loadConsequences(tx: Tx, scope: Scope, finding: string): Promise<OfFinding['consequences']> {
  const { jurisdictionId } = scope
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
    .select(['consequence.kind', 'entry.commitmentId', 'ref', 'sentence', 'entry.state as entered', 'consequence.stage'])
    .select(['closure.state', 'byName', 'at'])
    .select((eb) => sql<boolean>`${isSeenCommitment(tx, scope, eb.ref('entry.commitmentId'))}`.as('isSeen'))
    .where('consequence.jurisdictionId', '=', jurisdictionId)
    .where('entry.jurisdictionId', '=', jurisdictionId)
    .where('findingId', '=', finding)
    .orderBy('entry.ordinal')
    .execute()
  return rows.map(({ kind, commitmentId, ref, sentence, entered, stage, state, byName, at, isSeen }) => ({
    kind: ConsequenceKind.parse(kind),
    commitment: CommitmentId.parse(commitmentId),
    ref,
    sentence: isSeen ? sentence : '',
    stage: isSeen ? stage : '',
    isSeen,
    state: ClosureState.parse(state ?? 'open'),
    isOff: entered === 'discarded',
    by: byName,
    at: Instant.parse(at),
  }))
}

/** 来源: the findings that a commitment came from or was opened again by. */
export async function originsOfCommitment(context: Context, { commitment }: { readonly commitment: CommitmentId }): Promise<OfCommitment> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('occurrence:read')
    const seen = await scope()
    await demandCommitmentSeen(tx, seen, commitment)
    const origins = await originsOf(tx, seen.jurisdictionId, commitment)
    return {
      origins: origins.map(({ orgId, isMarked, ...origin }) => ({
        ...origin,
        isSeen: !isMarked && (seen.seesLedger || seen.orgs.includes(orgId)),
      })),
      review: await reviewOf(tx, seen, commitment),
    }
  })
}
