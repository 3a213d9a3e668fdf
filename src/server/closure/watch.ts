import type * as z from 'zod'
import type { closure as contract, ClosureView } from '#contract/closure.ts'
import { acceptCheck, WatchCheck, watchDue } from '#core/closure/watch.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { type Caller, entryOf, loadBefore, takeStep } from '#server/closure/act.ts'
import { seenClosures, stagePeriod } from '#server/closure/seen-closures.ts'
import { loadLevels } from '#server/closure/stored.ts'
import { viewOf } from '#server/closure/view.ts'
import type { Tx } from '#server/db/connect.ts'
import { accepted } from '#server/plan/accepted.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'
import { type Change, change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Watched = z.output<NonNullable<(typeof contract.watch)['~orpc']['outputSchema']>>

const MOST = 200

/** 回头看: of each standing commitment the period that was closed last, what is due first. */
export async function listWatched(context: Context): Promise<Watched> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('closure:read')
    const { jurisdictionId } = actor
    const { watchDays } = await loadLevels(tx, jurisdictionId)
    const rows = await seenClosures(tx, await scope())
      .distinctOn('closure.commitmentId')
      .select([
        'closure.id',
        'closure.version',
        'closure.commitmentId',
        'closure.stage',
        'closure.changedAt',
        'closure.reopened',
        'ref',
        'planTitle',
        'sentence',
      ])
      .select((eb) => stagePeriod(eb, jurisdictionId))
      .where('closure.state', '=', 'closed')
      .where('nature', '=', 'standing')
      .orderBy('closure.commitmentId')
      .orderBy('closure.stage', 'desc')
      .execute()
    const checks = await checksOf(
      tx,
      jurisdictionId,
      rows.map(({ id }) => id),
    )
    const items = rows.map((row) => {
      const own = checks.get(row.id) ?? []
      const last = own.at(-1) ?? null
      const closedOn = dayInShanghai(Instant.parse(row.changedAt))
      const due = watchDue(closedOn, last?.on ?? null, watchDays)
      return {
        id: row.id,
        version: row.version,
        commitment: CommitmentId.parse(row.commitmentId),
        ref: row.ref,
        plan: row.planTitle,
        sentence: row.sentence,
        stage: row.stage,
        period: row.period,
        closedOn,
        due,
        isDue: due <= context.asOf,
        reopened: row.reopened,
        looks: own.length,
        last,
      }
    })
    return { items: items.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).slice(0, MOST), everyDays: watchDays }
  })
}

/** Records a look; a relapse opens the closure again in the same act. Who did what was closed does not look. */
export async function recordCheck(
  context: Caller,
  input: {
    readonly id: string
    readonly version: number
    readonly on: Day
    readonly outcome: WatchCheck['outcome']
    readonly note: string
  },
): Promise<ClosureView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('closure:watch')
    const { id, version, on, outcome, note } = input
    const seen = await scope()
    const asked = { key: { id }, version }
    const before = await loadBefore(tx, context, seen, asked)
    const { stored } = before
    if (stored === null) throw new AppError('NOT_FOUND')
    if (before.me.isDoer) accepted(refuse('doer-cannot-decide'))
    const closing = stored.steps.findLast(({ kind }) => kind === 'agree' || kind === 'meeting')
    const closedOn = closing === undefined ? null : dayInShanghai(closing.at)
    accepted(acceptCheck({ state: stored.standing.state, closedOn }, { on, note }, context.asOf))
    await keepCheck(tx, context, id, { on, outcome, note }, record)
    if (outcome === 'kept') return viewOf(tx, { ...before, actor, asOf: context.asOf })
    const taken = await takeStep(tx, context, seen, asked, () => ({
      allowed: { ok: true, value: true },
      step: { kind: 'reopen', note },
    }))
    await record({ verb: 'closure.reopen', ...entryOf(taken.view, taken.before, taken.step) })
    return taken.view
  })
}

/** Keeps a look at what is closed. */
export async function keepCheck(
  tx: Tx,
  { actor, now }: Context,
  id: string,
  { on, outcome, note }: Pick<WatchCheck, 'on' | 'outcome' | 'note'>,
  record: Change<Context>['record'],
): Promise<void> {
  const { jurisdictionId } = actor
  const looks = (await checksOf(tx, jurisdictionId, [id])).get(id)?.length ?? 0
  const who = { account: actor.accountId, byName: actor.name, at: now }
  await tx
    .insertInto('closureCheck')
    .values({ jurisdictionId, closureId: id, ordinal: looks + 1, onDay: on, outcome, note, ...who })
    .execute()
  await record({ verb: 'closure.check', subject: { kind: 'closure', id }, after: { on, outcome, note } })
}

async function checksOf(tx: Tx, jurisdictionId: string, closures: readonly string[]): Promise<ReadonlyMap<string, readonly WatchCheck[]>> {
  if (closures.length === 0) return new Map()
  const rows = await tx
    .selectFrom('closureCheck')
    .select(['closureId', 'onDay as on', 'outcome', 'note', 'byName as by'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('closureId', '=', eb.fn.any(eb.val([...closures]))))
    .orderBy('ordinal')
    .execute()
  return new Map([...Map.groupBy(rows, ({ closureId }) => closureId)].map(([id, some]) => [id, some.map((row) => WatchCheck.parse(row))]))
}
