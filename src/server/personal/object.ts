import type * as z from 'zod'
import type { personal } from '#contract/personal.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Pack } from '#core/pack/pack.ts'
import { demandRecordSeen, recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadObjections } from '#server/personal/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRegisters } from '#server/register/load.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Caller = Context & { readonly packs: readonly Pack[] }
type Objection = z.output<NonNullable<(typeof personal.object)['~orpc']['outputSchema']>>
type Listed = z.output<NonNullable<(typeof personal.objections)['~orpc']['outputSchema']>>['items']

/** 提出异议: whom a record is about says what is wrong with it. Their words stand beside it; the journal tells that, not what they said. */
export async function objectTo(context: Caller, { id, words }: { readonly id: string; readonly words: string }): Promise<Objection> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('personal:object')
    const { jurisdictionId, person } = actor
    const isAbout = person !== null && (await isAboutPerson(tx, context, { id, person }))
    if (person === null || !isAbout) throw new AppError('NOT_FOUND')
    const objection = { id: context.newId(), words, madeAt: context.now }
    await tx
      .insertInto('objection')
      .values({ ...objection, jurisdictionId, recordId: id, personId: person })
      .execute()
    await record({ verb: 'objection.make', subject: { kind: 'record', id }, after: { objection: objection.id } })
    return { ...objection, record: id, answer: null, answeredByName: null, answeredAt: null }
  })
}

async function isAboutPerson(
  tx: Tx,
  { actor, packs }: Caller,
  { id, person }: { readonly id: string; readonly person: string },
): Promise<boolean> {
  const { jurisdictionId } = actor
  const registers = [...(await loadRegisters(tx, jurisdictionId, packs)).values()].filter(({ sensitivity }) => sensitivity === 'personal')
  const row = await tx
    .selectFrom('recordParty')
    .select('recordId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('register', '=', eb.fn.any(eb.val(registers.map((register) => register.id)))))
    .where('party', '=', `person:${person}`)
    .where('recordId', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** 异议 to records that whoever asks may read, those without an answer first. */
export async function listObjections(context: Caller): Promise<Listed> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('personal:answer')
    const { jurisdictionId } = actor
    const { isSeen, registers } = await recordSight(tx, await scope(), context.packs, { withPersonal: true })
    const seen = await tx
      .selectFrom('objection')
      .innerJoin('recordRevision', (join) =>
        join.onRef('recordRevision.jurisdictionId', '=', 'objection.jurisdictionId').onRef('recordRevision.id', '=', 'objection.recordId'),
      )
      .select(['recordRevision.id', 'recordRevision.register'])
      .distinct()
      .where('objection.jurisdictionId', '=', jurisdictionId)
      .where('recordRevision.jurisdictionId', '=', jurisdictionId)
      .where('recordRevision.isStanding', '=', true)
      .where(isSeen)
      .execute()
    const titles = new Map([...registers.values()].map(({ id, title }) => [String(id), title]))
    const registerOf = new Map(seen.map(({ id, register }) => [id, titles.get(register) ?? register]))
    const all = await loadObjections(tx, jurisdictionId, [...registerOf.keys()])
    return all
      .toSorted((a, b) => Number(a.answer !== null) - Number(b.answer !== null))
      .map((each) => ({ ...each, register: registerOf.get(each.record) ?? '' }))
  })
}

/** 答复异议, by somebody who may read the record and is not whom it is about. */
export async function answerObjection(context: Caller, { id, words }: { readonly id: string; readonly words: string }): Promise<Objection> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('personal:answer')
    const { jurisdictionId } = actor
    const asked = await tx
      .selectFrom('objection')
      .select(['recordId', 'personId', 'answer'])
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!asked) throw new AppError('NOT_FOUND')
    await demandRecordSeen(tx, await recordSight(tx, await scope(), context.packs, { withPersonal: true }), asked.recordId)
    if (asked.personId === actor.person) accepted(refuse('own-objection'))
    if (asked.answer !== null) accepted(refuse('already-answered'))
    await tx
      .updateTable('objection')
      .set({ answer: words, answeredBy: actor.accountId, answeredByName: actor.name, answeredAt: context.now })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .execute()
    await record({ verb: 'objection.answer', subject: { kind: 'record', id: asked.recordId }, after: { objection: id } })
    const answered = (await loadObjections(tx, jurisdictionId, [asked.recordId])).find((each) => each.id === id)
    if (answered === undefined) throw new AppError('NOT_FOUND')
    return answered
  })
}
