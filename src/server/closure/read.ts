import * as z from 'zod'
import type { closure as contract, ClosureView } from '#contract/closure.ts'
import { ClosureLevel, ClosureState } from '#core/closure/closure.ts'
import { levelsFor } from '#core/closure/settings.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import { subjectsSeen } from '#server/access/demand.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Caller } from '#server/closure/act.ts'
import { type ClosureFacts, loadFacts, loadSubject, measure, stagesOf } from '#server/closure/facts.ts'
import { isDoer, loadSigners, type SigningAccount } from '#server/closure/doers.ts'
import { loadClosure, loadLevels, type StoredClosure } from '#server/closure/stored.ts'
import { seenClosures, stagePeriod } from '#server/closure/seen-closures.ts'
import { whoDecides, withSight } from '#server/closure/seeing.ts'
import { viewOf } from '#server/closure/view.ts'
import { waitingClosures } from '#server/closure/waiting.ts'
import { leadersOver } from '#server/dispatch/lead.ts'
import type { Tx } from '#server/db/connect.ts'
import { CURRENT } from '#server/ledger/standing-rows.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Listed = z.output<NonNullable<(typeof contract.list)['~orpc']['outputSchema']>>
type OfCommitment = z.output<NonNullable<(typeof contract.ofCommitment)['~orpc']['outputSchema']>>

const MOST = 200
const Levels = z.array(ClosureLevel)
const Aim = z.enum(['close', 'extend', 'terminate']).nullable()

/** 销号 of a commitment: of each period that has begun where it is a standing one. */
export async function closuresOf(context: Caller, { commitment }: { readonly commitment: CommitmentId }): Promise<OfCommitment> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('closure:read')
    const { jurisdictionId } = actor
    const seen = await scope()
    const isSeen = await subjectsSeen(tx, seen, commitment)
    const subject = await loadSubject(tx, jurisdictionId, commitment)
    const measured = await measure(tx, jurisdictionId, commitment, context.asOf)
    const { levels } = await loadLevels(tx, jurisdictionId)
    const at = { jurisdictionId, asOf: context.asOf }
    const known = await loadStanding(tx, jurisdictionId, commitment)
    const own = levelsFor(levels, subject)
    const everybody = await loadSigners(tx, jurisdictionId, context.asOf)
    const signers = await withSight(tx, at, commitment, everybody, whoDecides([...own, ...known]))
    const over = await leadersOver(tx, jurisdictionId, context.asOf, commitment)
    const stages: ClosureView[] = []
    const open: { readonly facts: ClosureFacts; readonly stored: StoredClosure }[] = []
    for (const stage of stagesOf(subject, measured.occurrences, context.asOf)) {
      const stored = await loadClosure(tx, jurisdictionId, { commitment, stage })
      const facts = await loadFacts(tx, jurisdictionId, { subject, stage, measured, packs: context.packs })
      const shown = await viewOf(tx, {
        stored,
        facts,
        stage,
        levels: own,
        actor,
        asOf: context.asOf,
        signers,
        over,
        isSeen,
        scope: seen,
        packs: context.packs,
      })
      stages.push(shown)
      if (shown.may.agree && stored !== null) open.push({ facts, stored })
    }
    // who sees no row can sign none, and is nobody's to know of
    const able = open.length === 0 ? [] : (await withSight(tx, at, commitment, everybody, () => true)).filter(({ isSeeing }) => isSeeing)
    const free = able.filter((each) => each.account !== actor.accountId && open.some((closure) => maySignBesides(closure, each)))
    return { stages, signers: free.map(({ account, name }) => ({ account, name })) }
  })
}

/** Whether somebody could be asked to sign the level of now as well: they did not do it, ask for it or decide before, and are not there already. */
function maySignBesides(
  { facts, stored: { standing, levels } }: { readonly facts: ClosureFacts; readonly stored: StoredClosure },
  signer: SigningAccount,
): boolean {
  const { requestedBy, earlier, signed, represented, added, level } = standing
  const there = [requestedBy, ...earlier, ...signed, ...represented, ...added, ...(levels[level]?.accounts ?? [])]
  return !isDoer(facts, signer) && !there.includes(signer.account)
}

/** The levels under which closures of a commitment run. */
async function loadStanding(tx: Tx, jurisdictionId: string, commitment: CommitmentId): Promise<readonly ClosureLevel[]> {
  const rows = await tx
    .selectFrom('closure')
    .select('levels')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .where('state', '=', 'requested')
    .execute()
  return rows.flatMap((row) => Levels.parse(row.levels))
}

/** What is under way, what ended, and what is met and waits to be asked for. */
export async function listClosures(context: Context): Promise<Listed> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('closure:read')
    const seen = await scope()
    const waiting = new Set((await waitingClosures(tx, seen, actor, context.asOf)).map(({ id }) => id))
    const rows = await seenClosures(tx, seen)
      .select([
        'closure.id',
        'closure.commitmentId',
        'closure.stage',
        'closure.state',
        'closure.aim',
        'closure.level',
        'closure.levels',
        'closure.changedAt',
        'closure.changedByName',
        'ref',
        'planTitle',
        'sentence',
      ])
      .select((eb) => stagePeriod(eb, seen.jurisdictionId))
      .where('closure.state', '<>', 'open')
      .orderBy((eb) => eb('closure.id', '=', eb.fn.any(eb.val([...waiting]))), 'desc')
      .orderBy('closure.changedAt', 'desc')
      .limit(MOST)
      .execute()
    const { total } = await seenClosures(tx, seen)
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .where('closure.state', '<>', 'open')
      .executeTakeFirstOrThrow()
    const items = rows.map((row) => {
      const level = Levels.parse(row.levels)[row.level]
      return {
        id: row.id,
        commitment: CommitmentId.parse(row.commitmentId),
        ref: row.ref,
        plan: row.planTitle,
        sentence: row.sentence,
        stage: row.stage,
        period: row.period,
        state: ClosureState.parse(row.state),
        aim: Aim.parse(row.aim),
        role: row.state === 'requested' ? (level?.role ?? null) : null,
        isMine: waiting.has(row.id),
        changedAt: Instant.parse(row.changedAt),
        changedBy: row.changedByName,
      }
    })
    return { items, ready: await readyOnes(tx, seen), total: Number(total) }
  })
}

/** What is met, stands in the ledger, closes as a whole and has nothing asked. */
async function readyOnes(tx: Tx, scope: Scope): Promise<Listed['ready']> {
  const { jurisdictionId } = scope
  const rows = await tx
    .selectFrom('ledgerEntry')
    .innerJoin('ledgerStanding', (join) =>
      join
        .on('ledgerStanding.jurisdictionId', '=', jurisdictionId)
        .on('ledgerStanding.edition', '=', CURRENT)
        .onRef('ledgerStanding.commitmentId', '=', 'ledgerEntry.commitmentId'),
    )
    .select(['ledgerEntry.commitmentId', 'ref', 'planTitle', 'sentence', 'leadOrgsText'])
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
    .where('light', '=', 'done')
    .where((eb) => eb.or([eb('nature', 'is', null), eb('nature', '<>', 'standing')]))
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('ledgerEntry.commitmentId'), 'confirmed'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('closure')
            .select('closure.id')
            .where('closure.jurisdictionId', '=', jurisdictionId)
            .whereRef('closure.commitmentId', '=', 'ledgerEntry.commitmentId')
            .where('closure.state', '<>', 'open'),
        ),
      ),
    )
    .orderBy('ledgerEntry.planId')
    .orderBy('ledgerEntry.ordinal')
    .limit(MOST)
    .execute()
  return rows.map(({ commitmentId, ref, planTitle, sentence, leadOrgsText }) => ({
    commitment: CommitmentId.parse(commitmentId),
    ref,
    plan: planTitle,
    sentence,
    units: leadOrgsText ?? '',
  }))
}
