import type * as z from 'zod'
import type { RecordWritten } from '#contract/record.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { EvidenceId } from '#core/evidence/evidence.ts'
import { correctRecord, type Entry, reviewRecord, voidRecord } from '#core/record/decisions.ts'
import { RecordId, type WorkRecord } from '#core/record/record.ts'
import { checkRecord } from '#core/register/check-record.ts'
import type { RegisterId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { asJournalled } from '#server/access/personal-payload.ts'
import { demandEnter, demandReview, recordSight, type RecordSight } from '#server/access/records.ts'
import { valuesOf } from '#server/access/marks.ts'
import type { Tx } from '#server/db/connect.ts'
import { linkEvidence } from '#server/evidence/link.ts'
import { lockOccurrences } from '#server/occurrence/clock.ts'
import { follow } from '#server/occurrence/follow.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { creditedBy } from '#server/record/credited.ts'
import { loadRecord } from '#server/record/load.ts'
import { strangeCommitments } from '#server/record/named-commitments.ts'
import { creditedOf } from '#server/record/read-credited.ts'
import { saveRevision } from '#server/record/stored.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'
import { settle } from '#server/verb/settled.ts'

type Caller = Context & { readonly packs: readonly Pack[] }
type Written = z.infer<typeof RecordWritten>

/** Which revision a person saw when they decided. */
interface Seen {
  readonly id: string
  readonly revision: number
}

/** 登记: a new record. It counts from now on, where it is submitted. */
export async function enterRecord(
  context: Caller,
  {
    evidence,
    id,
    ...input
  }: Entry & { readonly register: RegisterId; readonly id?: RecordId | undefined; readonly evidence: readonly EvidenceId[] },
): Promise<Written> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('record:enter')
    const asOf = await lockOccurrences(tx, actor.jurisdictionId, context.asOf)
    await settle(tx, actor.jurisdictionId)
    const sight = await recordSight(tx, await scope(), context.packs, { withPersonal: true })
    demandEnter(sight, input)
    const twin = id === undefined ? null : await findEntered(tx, actor, id)
    if (twin !== null) {
      await record({ verb: 'record.repeat', subject: { kind: 'record', id: twin.id } })
      return { record: sight.cleared(twin), credited: await creditedOf(tx, sight.scope, twin) }
    }
    const entered: WorkRecord = { ...input, id: id ?? RecordId.parse(context.newId()), revision: 1, enteredAt: context.now, note: '' }
    await demandFit(context, tx, sight, entered, null)
    await saveRevision(tx, context, entered, null)
    const followed = await follow(tx, actor.jurisdictionId, asOf, { before: null, after: entered, ruledFor: null })
    const register = sight.registers.get(entered.register)
    demandNoFiles(register, evidence)
    const after = await asJournalled(tx, actor.jurisdictionId, register, entered)
    await record({ verb: 'record.enter', subject: { kind: 'record', id: entered.id }, after })
    await linkEvidence(tx, context, { sight, record: entered, evidence }, record)
    return { record: entered, credited: await creditedBy(tx, sight.scope, entered.id, followed) }
  })
}

/** What the same account entered under an id before the answer was lost; CONFLICT where the id is another's. */
async function findEntered(tx: Tx, { jurisdictionId, accountId }: Context['actor'], id: RecordId): Promise<WorkRecord | null> {
  const first = await tx
    .selectFrom('recordRevision')
    .select('enteredBy')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .where('revision', '=', 1)
    .executeTakeFirst()
  if (first === undefined) return null
  const standing = await loadRecord(tx, jurisdictionId, { id })
  if (first.enteredBy !== accountId) throw new AppError('CONFLICT', { version: standing.revision })
  return standing
}

/** 更正: the next revision of a record; a draft may be submitted by it. */
export async function correct(
  context: Caller,
  input: Seen & { readonly entry: Entry; readonly note: string; readonly evidence: readonly EvidenceId[] },
): Promise<Written> {
  const { entry, note } = input
  return revise(context, input, { verb: 'record.correct', permission: 'record:enter' }, async (tx, sight, before) => {
    demandEnter(sight, before)
    demandEnter(sight, { ...before, ...entry })
    const seen = accepted(correctRecord(sight.cleared(before), entry, { at: context.now, note }))
    await demandFit(context, tx, sight, seen, before)
    // what is not there for who corrects stays as it was
    return { ...seen, values: { ...seen.values, ...valuesOf(before, sight.hiddenFields(before.register)) } }
  })
}

/** 作废, with the reason. */
export async function voidOne(context: Caller, input: Seen & { readonly reason: string }): Promise<Written> {
  return revise(context, input, { verb: 'record.void', permission: 'record:enter' }, async (_tx, sight, before) => {
    demandEnter(sight, before)
    return accepted(voidRecord(before, { at: context.now, note: input.reason }))
  })
}

/** 复核 or 退回. */
export async function review(
  context: Caller,
  input: Seen & { readonly state: 'accepted' | 'returned'; readonly note: string },
): Promise<Written> {
  return revise(context, input, { verb: 'record.review', permission: 'record:review' }, async (tx, sight, before) => {
    await demandReview(tx, sight, before)
    return accepted(reviewRecord(before, input.state, { at: context.now, note: input.note }))
  })
}

/** The next revision of a record that is seen, as `decide` makes it, with the files that come with it; counts from now on as it says. */
async function revise(
  context: Caller,
  input: Seen & { readonly evidence?: readonly EvidenceId[] },
  { verb, permission }: { readonly verb: string; readonly permission: 'record:enter' | 'record:review' },
  decide: (tx: Tx, sight: RecordSight, before: WorkRecord) => Promise<WorkRecord>,
): Promise<Written> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow(permission)
    const asOf = await lockOccurrences(tx, actor.jurisdictionId, context.asOf)
    await settle(tx, actor.jurisdictionId)
    const sight = await recordSight(tx, await scope(), context.packs, { withPersonal: true })
    const before = await loadRecord(tx, actor.jurisdictionId, input, sight)
    const after = await decide(tx, sight, before)
    await saveRevision(tx, context, after, before)
    const followed = await follow(tx, actor.jurisdictionId, asOf, { before, after, ruledFor: null })
    const register = sight.registers.get(after.register)
    demandNoFiles(register, input.evidence ?? [])
    const told = await asJournalled(tx, actor.jurisdictionId, register, after)
    await record({
      verb,
      subject: { kind: 'record', id: after.id },
      before: told === after ? before : { revision: before.revision },
      after: told,
    })
    await linkEvidence(tx, context, { sight, record: after, evidence: input.evidence ?? [] }, record)
    return { record: sight.cleared(after), credited: await creditedBy(tx, sight.scope, after.id, followed) }
  })
}

/** INVALID where files come with a record about a single person: what is kept of them is in its fields. */
function demandNoFiles(register: Register | undefined, evidence: readonly EvidenceId[]): void {
  if (register?.sensitivity === 'personal' && evidence.length > 0)
    throw new AppError('INVALID', { fields: [{ path: ['evidence'], code: 'no-such-field' }] })
}

/** INVALID with every field that does not fit its register; NOT_FOUND where there is no such register. */
async function demandFit(
  { actor, asOf }: Caller,
  tx: Tx,
  sight: RecordSight,
  record: WorkRecord,
  before: WorkRecord | null,
): Promise<void> {
  const register = sight.registers.get(record.register)
  if (register === undefined) throw new AppError('NOT_FOUND')
  const { isKnown } = await cachedOrganisation(tx, actor.jurisdictionId)
  const strange = await strangeCommitments(tx, sight.scope, { record, before, register })
  const faults = [
    ...checkRecord(record, register, { today: asOf, isKnown }),
    ...strange.map((field) => ({ field, code: 'unknown-commitment' as const })),
  ]
  if (faults.length > 0) throw new AppError('INVALID', { fields: faults.map(({ field, code }) => ({ path: [field], code })) })
}
