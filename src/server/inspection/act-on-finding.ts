import type { InspectionFindingView } from '#contract/inspection.ts'
import type { Day } from '#core/day/day.ts'
import { enterOnTheSpot } from '#core/inspection/decisions.ts'
import type { FindingText, InspectionFindingAct, InspectionFindingStep } from '#core/inspection/finding.ts'
import { actOnFinding, noteFinding, rewordFinding } from '#core/inspection/finding-decisions.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { isFollowed } from '#server/finding-consequence/followed.ts'
import { loadBelonging } from '#server/inspection/belonging.ts'
import { loadFindings, partyOf } from '#server/inspection/findings.ts'
import { visitIn } from '#server/inspection/on-the-spot.ts'
import { putPhotos } from '#server/inspection/photos.ts'
import type { Caller } from '#server/inspection/sight.ts'
import { loadInspection } from '#server/inspection/stored.ts'
import { partyIn } from '#server/inspection/view.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'

interface Noted {
  readonly id: string
  readonly visit: string
  readonly item: string | null
  readonly words: string
  readonly demand: string
  readonly dueOn: Day
  readonly photos: readonly string[]
}

/** How the journal calls each act. */
const JOURNAL = {
  raise: { verb: 'inspection.finding-raise' },
  contest: { verb: 'inspection.finding-contest' },
  uphold: { verb: 'inspection.finding-uphold' },
  report: { verb: 'inspection.finding-report' },
  verify: { verb: 'inspection.finding-verify' },
  fail: { verb: 'inspection.finding-fail' },
  return: { verb: 'inspection.finding-return' },
  withdraw: { verb: 'inspection.finding-withdraw' },
} as const satisfies Record<InspectionFindingAct, { readonly verb: string }>

/** 记录问题, on the spot; the unit is told of it later. */
export async function noteOnTheSpot(context: Caller, input: Noted): Promise<InspectionFindingView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:act')
    const { jurisdictionId } = actor
    const seen = await scope()
    const stored = await loadInspection(tx, seen, input.id, 'update')
    accepted(enterOnTheSpot(stored.row.state, partyIn(stored, seen)))
    const { id: visitId, org, orgName } = visitIn(stored, input.visit)
    if (input.item !== null && !stored.items.some(({ id }) => id === input.item)) throw new AppError('NOT_FOUND')
    const { words, demand, dueOn } = input
    accepted(noteFinding({ words, demand, dueOn, today: context.asOf }))
    const { last } = await tx
      .selectFrom('inspectionFinding')
      .select(({ fn }) => fn.countAll<string>().as('last'))
      .where('jurisdictionId', '=', jurisdictionId)
      .where('inspectionId', '=', input.id)
      .executeTakeFirstOrThrow()
    const id = context.newId()
    await tx
      .insertInto('inspectionFinding')
      .values({
        jurisdictionId,
        id,
        version: 1,
        inspectionId: input.id,
        visitId,
        itemId: input.item,
        ordinal: Number(last) + 1,
        orgId: org,
        orgName,
        words,
        demand,
        dueOn,
        state: 'noted',
        createdAt: context.now,
        changedAt: context.now,
      })
      .execute()
    await saveStep(tx, context, { finding: id, ordinal: 1, kind: 'note', note: '' })
    await putPhotos(tx, context, seen, { inspection: input.id, visit: visitId, about: { finding: id, step: 1 } }, input.photos)
    await record({
      verb: 'inspection.finding-note',
      subject: { kind: 'inspection-finding', id },
      after: { inspection: stored.row.title, unit: orgName, words, demand, dueOn, photos: input.photos },
    })
    return findingAfter(tx, context, seen, id)
  })
}

/** 修改: what a finding says, as long as its unit was not told of it; what it said before stays with the step. */
export async function rewordOne(
  context: Caller,
  { id, version, ...said }: { readonly id: string; readonly version: number } & FindingText,
): Promise<InspectionFindingView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:act')
    const { jurisdictionId } = actor
    const seen = await scope()
    await lockFinding(tx, jurisdictionId, id)
    const before = await findingAfter(tx, context, seen, id)
    if (before.version !== version) throw new AppError('CONFLICT', { version: before.version })
    const stored = await loadInspection(tx, seen, before.inspection, 'share')
    if (stored.row.state === 'cancelled') accepted(refuse('inspection-state', { state: stored.row.state, act: 'reword' }))
    const belonging = await loadBelonging(tx, jurisdictionId, context.asOf)
    const party = partyOf({ org: before.org, goesAlong: partyIn(stored, seen).goesAlong, steps: before.steps }, seen, belonging)
    accepted(rewordFinding(before, party, { ...said, today: context.asOf }))
    await tx
      .updateTable('inspectionFinding')
      .set({ ...said, version: version + 1, changedAt: context.now })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .execute()
    const was = { words: before.words, demand: before.demand, dueOn: before.dueOn }
    await saveStep(tx, context, { finding: id, ordinal: before.steps.length + 1, kind: 'reword', note: '', was })
    await record({ verb: 'inspection.finding-reword', subject: { kind: 'inspection-finding', id }, before: was, after: said })
    return findingAfter(tx, context, seen, id)
  })
}

/** 告知, 申辩, 维持, 报告整改, 核实, 退回, 撤回. */
export async function actOnOne(
  context: Caller,
  input: {
    readonly id: string
    readonly version: number
    readonly act: InspectionFindingAct
    readonly note: string
    readonly photos: readonly string[]
  },
): Promise<InspectionFindingView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:answer')
    const { id, version, act, note } = input
    const { jurisdictionId } = actor
    const seen = await scope()
    await lockFinding(tx, jurisdictionId, id)
    const before = await findingAfter(tx, context, seen, id)
    if (before.version !== version) throw new AppError('CONFLICT', { version: before.version })
    // what stands in the ledger is put right and looked at there
    if (await isFollowed(tx, jurisdictionId, id)) accepted(refuse('finding-followed'))
    // neither is it called off meanwhile
    const stored = await loadInspection(tx, seen, before.inspection, 'share')
    if (stored.row.state === 'cancelled') accepted(refuse('inspection-state', { state: stored.row.state, act }))
    const belonging = await loadBelonging(tx, jurisdictionId, context.asOf)
    const party = partyOf({ org: before.org, goesAlong: partyIn(stored, seen).goesAlong, steps: before.steps }, seen, belonging)
    const state = accepted(actOnFinding(before.state, act, party, { note, dueOn: before.dueOn, today: context.asOf }))
    await tx
      .updateTable('inspectionFinding')
      .set({ version: version + 1, state, changedAt: context.now, returns: before.returns + (act === 'return' ? 1 : 0) })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .execute()
    const ordinal = before.steps.length + 1
    await saveStep(tx, context, { finding: id, ordinal, kind: act, note })
    const place = { inspection: before.inspection, visit: before.visit, about: { finding: id, step: ordinal } }
    await putPhotos(tx, context, seen, place, input.photos)
    await record({
      ...JOURNAL[act],
      subject: { kind: 'inspection-finding', id },
      before: { state: before.state },
      after: { inspection: before.inspectionTitle, unit: before.orgName, state, note, photos: input.photos },
    })
    return findingAfter(tx, context, seen, id)
  })
}

async function lockFinding(tx: Tx, jurisdictionId: string, id: string): Promise<void> {
  await tx
    .selectFrom('inspectionFinding')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

async function saveStep(
  tx: Tx,
  { actor, now }: Caller,
  step: {
    readonly finding: string
    readonly ordinal: number
    readonly kind: InspectionFindingStep['kind']
    readonly note: string
    readonly was?: FindingText
  },
): Promise<void> {
  const { jurisdictionId, accountId: account, name: byName } = actor
  const { finding: findingId, was, ...said } = step
  await tx
    .insertInto('inspectionFindingStep')
    .values({ jurisdictionId, findingId, ...said, was: was === undefined ? null : JSON.stringify(was), account, byName, at: now })
    .execute()
}

async function findingAfter(tx: Tx, { asOf, actor }: Caller, scope: Scope, id: string): Promise<InspectionFindingView> {
  const belonging = await loadBelonging(tx, actor.jurisdictionId, asOf)
  const [found] = await loadFindings(tx, scope, { asOf, belonging }, { id })
  if (found === undefined) throw new AppError('NOT_FOUND')
  return found
}
