import * as z from 'zod'
import { can } from '#core/access/policy.ts'
import { ClosureLevel, type ClosureStanding, standingAfter } from '#core/closure/closure.ts'
import { agree } from '#core/closure/decisions.ts'
import { type Panel, turnOf } from '#core/closure/panel.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { type Day, Instant } from '#core/day/day.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { deciderOf, headsOf, loadSigners, panelUnder, type SigningAccount } from '#server/closure/doers.ts'
import { doersOfEach } from '#server/closure/done-by.ts'
import { seenClosures } from '#server/closure/seen-closures.ts'
import { whoDecides, withSight } from '#server/closure/seeing.ts'
import { loadStepsOf } from '#server/closure/stored.ts'
import type { Tx } from '#server/db/connect.ts'
import { leadersOverEach } from '#server/dispatch/lead.ts'
import type { Actor } from '#server/verb/context.ts'

const Levels = z.array(ClosureLevel)

/** A closure that waits for whoever asks: to be decided at a level, or, of the office, for the decision of a meeting to be entered. */
export interface WaitingClosure {
  readonly id: string
  readonly act: 'decide' | 'meeting'
  readonly commitment: CommitmentId
  readonly ref: string
  readonly sentence: string
  readonly units: string
  readonly since: Instant
}

/**
 * 待我办理: exactly the closures that whoever asks could decide now, those that wait longest first. What is asked of each is what its own page asks: who did it, who asked, who
 * has signed and who decided earlier waits for nothing; who was asked to sign besides, and who stands in for a level without people, does.
 */
export async function waitingClosures(tx: Tx, scope: Scope, actor: Actor, asOf: Day): Promise<readonly WaitingClosure[]> {
  const { jurisdictionId } = actor
  const rows = await seenClosures(tx, scope)
    .select(['closure.id', 'closure.commitmentId', 'closure.stage', 'closure.levels', 'closure.changedAt'])
    .select(['ref', 'sentence', 'leadOrgsText'])
    .where('closure.state', '=', 'requested')
    .orderBy('closure.changedAt')
    .orderBy('closure.id')
    .execute()
  if (rows.length === 0) return []
  const commitments = [...new Set(rows.map(({ commitmentId }) => commitmentId))]
  const steps = await loadStepsOf(
    tx,
    jurisdictionId,
    rows.map(({ id }) => id),
  )
  const everybody = await loadSigners(tx, jurisdictionId, asOf)
  const heads = await headsOf(tx, jurisdictionId, asOf)
  const over = await leadersOverEach(tx, jurisdictionId, asOf, commitments)
  const doers = await doersOfEach(tx, jurisdictionId, commitments)
  const mayEnter = can({ post: actor.post, mode: actor.mode }, 'closure:enter-meeting')
  const found: WaitingClosure[] = []
  for (const row of rows) {
    const levels = Levels.parse(row.levels)
    const standing = standingAfter(steps.get(row.id) ?? [], levels)
    const commitment = CommitmentId.parse(row.commitmentId)
    const facts = { doers: doers(row.commitmentId, row.stage) }
    const signers = await withSight(tx, { jurisdictionId, asOf }, commitment, everybody, whoDecides(levels))
    const panel = panelUnder(heads, facts, { levels, signers, over: over.get(row.commitmentId) ?? NOBODY })
    const act = await actOf({ tx, actor, signers, standing, panel, facts, mayEnter })
    if (act === null) continue
    const { id, ref, sentence, leadOrgsText, changedAt } = row
    found.push({ id, act, commitment, ref, sentence, units: leadOrgsText ?? '', since: Instant.parse(changedAt) })
  }
  return found
}

async function actOf(asked: {
  readonly tx: Tx
  readonly actor: Actor
  readonly signers: readonly SigningAccount[]
  readonly standing: ClosureStanding
  readonly panel: Panel
  readonly facts: Parameters<typeof deciderOf>[2]
  readonly mayEnter: boolean
}): Promise<WaitingClosure['act'] | null> {
  const { tx, actor, signers, standing, panel, facts, mayEnter } = asked
  if (mayEnter && turnOf(standing, panel).kind === 'meeting') return 'meeting'
  const decider = await deciderOf(tx, actor, facts, signers)
  return agree(standing, panel, decider, standing.pinned).ok ? 'decide' : null
}

const NOBODY: ReadonlySet<string> = new Set()
