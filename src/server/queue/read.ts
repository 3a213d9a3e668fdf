import type * as z from 'zod'
import type { queue as contract } from '#contract/queue.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import type { Pack } from '#core/pack/pack.ts'
import { daysOf } from '#core/period-lock/decisions.ts'
import { laterQuarter, quarterOf } from '#core/period-lock/quarters.ts'
import type { QueueGroup, QueueKind } from '#core/queue/queue.ts'
import { type RecordSight, recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { waitingDispatch } from '#server/dispatch/waiting.ts'
import { loadLocks } from '#server/period-lock/stored.ts'
import { toAnswer, toDecide, toVerify } from '#server/queue/decisions.ts'
import { type Found, MOST } from '#server/queue/found.ts'
import { toInspect } from '#server/queue/inspections.ts'
import { toDefine, toRemind } from '#server/queue/ledger-rows.ts'
import { quarterWords } from '#server/quarter-report/words.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Queue = z.output<NonNullable<(typeof contract.get)['~orpc']['outputSchema']>>

/** 今日待办 of the office. */
export async function getQueue(context: Context & { readonly packs: readonly Pack[] }): Promise<Queue> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('queue:read')
    const { asOf } = context
    const { jurisdictionId } = actor
    const seen = await scope()
    const closures = await toVerify(tx, seen, actor, asOf)
    const found: readonly (readonly [QueueKind, Found])[] = [
      ['verify', closures.verify],
      ['meeting', closures.meeting],
      ['decide', await toDecide(tx, seen, actor)],
      ['answer', await toAnswer(tx, seen)],
      ...(await toDispatch(tx, jurisdictionId, asOf)),
      ['accept', await toAccept(tx, await recordSight(tx, seen, context.packs))],
      ['inspect', await toInspect(tx, seen, asOf)],
      ['remind', await toRemind(tx, jurisdictionId, asOf)],
      ['question', await openQuestions(tx, jurisdictionId)],
      ['define', await toDefine(tx, jurisdictionId)],
      ['report', await toReport(tx, jurisdictionId, asOf)],
    ]
    return { asOf, groups: found.flatMap(([kind, each]): QueueGroup[] => (each.total === 0 ? [] : [{ kind, ...each }])) }
  })
}

/** 待分办, and what units have refused. */
async function toDispatch(tx: Tx, jurisdictionId: string, asOf: Day): Promise<readonly (readonly [QueueKind, Found])[]> {
  const waiting = await waitingDispatch(tx, jurisdictionId, asOf)
  const of = (kind: 'settle' | 'dispatch'): Found => {
    const own = waiting.filter((each) => each.kind === kind)
    const items = own.slice(0, MOST).map(({ commitment, ref, words }) => ({
      key: commitment ?? ref,
      commitment: commitment === null ? null : CommitmentId.parse(commitment),
      ref,
      words,
      units: '',
      on: null,
      href: '/dispatch',
    }))
    return { total: own.length, items }
  }
  return [
    ['settle', of('settle')],
    ['dispatch', of('dispatch')],
  ]
}

/** 待复核: records of registers that the office accepts. */
async function toAccept(tx: Tx, { scope: { jurisdictionId }, registers, isSeen }: RecordSight): Promise<Found> {
  const reviewed = [...registers.values()].filter(({ acceptance }) => acceptance === 'office')
  const submitted = () =>
    tx
      .selectFrom('recordRevision')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('isStanding', '=', true)
      .where('state', '=', 'submitted')
      .where((eb) => eb('register', '=', eb.fn.any(eb.val(reviewed.map(({ id }) => id)))))
      .where(isSeen)
  const rows = await submitted()
    .select(['id', 'register', 'fromDay', 'enteredByName'])
    .orderBy('enteredAt')
    .orderBy('id')
    .limit(MOST)
    .execute()
  const { total } = await submitted()
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  return {
    total: Number(total),
    items: rows.map(({ id, register, fromDay, enteredByName }) => ({
      key: id,
      commitment: null,
      ref: '',
      words: reviewed.find((each) => each.id === register)?.title ?? register,
      units: enteredByName,
      on: Day.parse(fromDay),
      href: `/records/${id}`,
    })),
  }
}

/** 待回答的疑点, by plan. */
async function openQuestions(tx: Tx, jurisdictionId: string): Promise<Found> {
  const rows = await tx
    .selectFrom('question')
    .innerJoin('plan', (join) => join.onRef('plan.jurisdictionId', '=', 'question.jurisdictionId').onRef('plan.id', '=', 'question.planId'))
    .select(({ fn }) => ['plan.id', 'plan.title', fn.countAll<string>().as('count')])
    .where('question.jurisdictionId', '=', jurisdictionId)
    .where('plan.jurisdictionId', '=', jurisdictionId)
    .where('question.answer', 'is', null)
    .groupBy(['plan.id', 'plan.title'])
    .orderBy('plan.id', 'desc')
    .execute()
  return {
    total: rows.reduce((sum, { count }) => sum + Number(count), 0),
    items: rows.slice(0, MOST).map(({ id, title, count }) => ({
      key: id,
      commitment: null,
      ref: count,
      words: title,
      units: '',
      on: null,
      href: `/plans/${id}`,
    })),
  }
}

/** 待出具的季度报告: the quarter that ended last, once something is in the ledger, until it is locked. */
async function toReport(tx: Tx, jurisdictionId: string, asOf: Day): Promise<Found> {
  const quarter = laterQuarter(quarterOf(asOf), -1)
  const { to: last } = daysOf(quarter)
  const isLocked = (await loadLocks(tx, jurisdictionId)).some(({ to, unlocked }) => to === last && unlocked === null)
  const some = await tx
    .selectFrom('ledgerEntry')
    .select('commitmentId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', '=', 'confirmed')
    .limit(1)
    .executeTakeFirst()
  if (isLocked || some === undefined) return { total: 0, items: [] }
  const href = `/quarter-report?year=${quarter.year}&quarter=${quarter.quarter}`
  return { total: 1, items: [{ key: last, commitment: null, ref: '', words: quarterWords(quarter), units: '', on: last, href }] }
}
