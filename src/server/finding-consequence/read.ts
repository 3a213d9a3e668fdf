import type * as z from 'zod'
import type { findingConsequence as contract } from '#contract/finding-consequence.ts'
import { can } from '#core/access/policy.ts'
import { ClosureState } from '#core/closure/closure.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import { mayFollow } from '#core/finding-consequence/consequence.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { type LoadedInspectionFinding, loadInspectionFinding } from '#server/finding-consequence/load-finding.ts'
import { originsOf } from '#server/finding-consequence/origins.ts'
import { AppError } from '#server/platform/errors.ts'
import { reviewOf } from '#server/similar-case-review/seen.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type OfFinding = z.output<NonNullable<(typeof contract.ofFinding)['~orpc']['outputSchema']>>
type OfCommitment = z.output<NonNullable<(typeof contract.ofCommitment)['~orpc']['outputSchema']>>

/** So many closed ones are offered; others are opened again from their own page. */
const MOST_CLOSED = 50

/** 后续 of a finding, to its unit once it was told of it, and to those who see the ledger. */
export async function consequenceOfFinding(context: Context, { id }: { readonly id: string }): Promise<OfFinding> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('inspection:read')
    const seen = await scope()
    const finding = await loadInspectionFinding(tx, seen, id)
    const isOwn = seen.orgs.includes(finding.org) && finding.state !== 'noted'
    if (!seen.seesLedger && !finding.goesAlong && !isOwn) throw new AppError('NOT_FOUND')
    const follows = can({ post: actor.post, mode: actor.mode }, 'inspection:follow') && mayFollow(finding).ok
    const { version, orgName, words, demand, dueOn } = finding
    const consequence = await loadConsequence(tx, seen.jurisdictionId, id)
    return {
      id,
      version,
      org: orgName,
      words,
      demand,
      dueOn,
      consequence,
      follows,
      closed: follows ? await closedFor(tx, seen, finding) : [],
    }
  })
}

async function loadConsequence(tx: Tx, jurisdictionId: string, finding: string): Promise<OfFinding['consequence']> {
  const row = await tx
    .selectFrom('findingConsequence as consequence')
    .innerJoin('ledgerEntry as entry', (join) =>
      join.onRef('entry.jurisdictionId', '=', 'consequence.jurisdictionId').onRef('entry.commitmentId', '=', 'consequence.commitmentId'),
    )
    .leftJoin('closure', (join) =>
      join
        .onRef('closure.jurisdictionId', '=', 'consequence.jurisdictionId')
        .onRef('closure.commitmentId', '=', 'consequence.commitmentId')
        .onRef('closure.stage', '=', 'consequence.stage'),
    )
    .select(['consequence.kind', 'consequence.commitmentId', 'ref', 'sentence', 'consequence.stage', 'closure.state', 'byName', 'at'])
    .where('consequence.jurisdictionId', '=', jurisdictionId)
    .where('entry.jurisdictionId', '=', jurisdictionId)
    .where('findingId', '=', finding)
    .executeTakeFirst()
  if (row === undefined) return null
  const { kind, commitmentId, ref, sentence, stage, state, byName, at } = row
  return {
    kind: kind === 'reopening' ? 'reopening' : 'commitment',
    commitment: CommitmentId.parse(commitmentId),
    ref,
    sentence,
    stage,
    state: ClosureState.parse(state ?? 'open'),
    by: byName,
    at: Instant.parse(at),
  }
}

/** What is closed of the unit, or what the checklist asked about: that first, then what was closed last. */
async function closedFor(tx: Tx, { jurisdictionId }: Scope, { item, orgName }: LoadedInspectionFinding): Promise<OfFinding['closed']> {
  const asked =
    item === null
      ? undefined
      : await tx
          .selectFrom('inspectionItem')
          .select('commitments')
          .where('jurisdictionId', '=', jurisdictionId)
          .where('id', '=', item)
          .executeTakeFirst()
  const about = asked?.commitments ?? []
  const rows = await tx
    .selectFrom('closure')
    .innerJoin('ledgerEntry as entry', (join) =>
      join.onRef('entry.jurisdictionId', '=', 'closure.jurisdictionId').onRef('entry.commitmentId', '=', 'closure.commitmentId'),
    )
    .select(['closure.id', 'closure.version', 'closure.commitmentId', 'ref', 'planTitle', 'sentence', 'stage'])
    .where('closure.jurisdictionId', '=', jurisdictionId)
    .where('entry.jurisdictionId', '=', jurisdictionId)
    .where('closure.state', 'in', ['closed', 'terminated'])
    .where((eb) => eb.or([eb('entry.leadOrgs', '&&', eb.val([orgName])), eb('closure.commitmentId', '=', eb.fn.any(eb.val(about)))]))
    .orderBy((eb) => eb('closure.commitmentId', '=', eb.fn.any(eb.val(about))), 'desc')
    .orderBy('closure.changedAt', 'desc')
    .limit(MOST_CLOSED)
    .execute()
  return rows.map(({ id, version, commitmentId, ref, planTitle, sentence, stage }) => {
    const commitment = CommitmentId.parse(commitmentId)
    return { closure: id, version, commitment, ref, plan: planTitle, sentence, stage, isAbout: about.includes(commitmentId) }
  })
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
