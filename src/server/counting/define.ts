import type { Pack } from '#core/pack/pack.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { checkDefinition } from '#core/terms/check-definition.ts'
import { circleFrom, namedBy } from '#core/terms/circle.ts'
import type { Definition } from '#core/terms/definition.ts'
import { keepTerms } from '#server/counting/former-terms.ts'
import { loadCountings, type StoredCounting, termsColumns } from '#server/counting/load.ts'
import { findTerms, loadPlanGround, recomputeAfter } from '#server/counting/refresh-terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockOccurrences } from '#server/occurrence/clock.ts'
import { knownIn } from '#server/org/known.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { accepted } from '#server/plan/accepted.ts'
import { lockPlan } from '#server/plan/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadCountable } from '#server/register/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** What a person confirms of one commitment. `version`: of the definition that stands; 0 where there is none. */
interface Defining {
  readonly id: CommitmentId
  readonly version: number
  readonly definition: Definition
}
type Caller = Context & { readonly packs: readonly Pack[] }

/** 计数口径: a person confirms what a commitment is measured over. */
export async function defineCounting(context: Caller, input: Defining): Promise<StoredCounting> {
  const [found] = await define(context, (tx) => lockPlanOf(tx, context.actor.jurisdictionId, input.id), [input])
  if (found === undefined) throw new Error('nothing was defined')
  return found
}

/** Several of one plan at once: all or none, evaluated together. Each has its own entry in the journal. */
export async function defineCountings(
  context: Caller,
  { planId, items }: { readonly planId: string; readonly items: readonly Defining[] },
): Promise<readonly StoredCounting[]> {
  return define(context, async (tx) => (await lockPlan(tx, context.actor.jurisdictionId, planId)).id, items)
}

/** Saves definitions of one plan, which `lock` locks and names, and all that follows from them. */
async function define(context: Caller, lock: (tx: Tx) => Promise<string>, items: readonly Defining[]): Promise<readonly StoredCounting[]> {
  return change(context, async ({ tx, allow, record }) => {
    allow('counting:define')
    const planId = await lock(tx)
    const defined = await defineIn(tx, context, { planId, items })
    for (const each of defined) await record(entryOf(each))
    return defined.map(({ after }) => after)
  })
}

/** What was defined, and what stood before. */
interface Defined {
  readonly before: Definition | null
  readonly after: StoredCounting
}

/** What the journal says of a definition. */
export function entryOf({ before, after }: Defined) {
  const { commitment: id, definition } = after
  return { verb: 'counting.define', subject: { kind: 'commitment', id }, before, after: definition }
}

/** The same in the transaction of a verb that has locked the plan, and writes its journal. */
export async function defineIn(
  tx: Tx,
  context: Caller,
  { planId, items }: { readonly planId: string; readonly items: readonly Defining[] },
): Promise<readonly Defined[]> {
  const { jurisdictionId } = context.actor
  const asOf = await lockOccurrences(tx, jurisdictionId, context.asOf)
  const plan = await loadPlanGround(tx, jurisdictionId, planId)
  const before = await loadCountings(
    tx,
    jurisdictionId,
    items.map(({ id }) => id),
  )
  const demandSound = await soundness(context, tx)
  const defined: Defined[] = []
  for (const { id, version, definition } of items) {
    const stands = before.find(({ commitment }) => commitment === id)
    if ((stands?.version ?? 0) !== version) throw new AppError('CONFLICT', { version: stands?.version ?? 0 })
    await demandSound(definition)
    const commitment = plan.commitments.find((each) => each.id === id)
    if (commitment === undefined) throw new AppError('NOT_FOUND')
    if (commitment.state !== 'confirmed') accepted(refuse('not-confirmed'))
    const { terms, open } = findTerms(id, definition, plan)
    const after: StoredCounting = { commitment: id, version: version + 1, definition, terms, open }
    await saveCounting(tx, context, after)
    await keepTerms(tx, jurisdictionId, { commitment: id, knownFrom: context.now })
    defined.push({ before: stands?.definition ?? null, after })
  }
  const after = defined.map((each) => each.after)
  await demandNoCircle(tx, jurisdictionId, plan, after)
  await recomputeAfter(tx, jurisdictionId, { asOf, changed: after.map(({ commitment }) => commitment) })
  return defined
}

/** Refuses rules that ask, in the end, about themselves (`circular`: the refs on the way). What was defined is saved. */
async function demandNoCircle(
  tx: Tx,
  jurisdictionId: string,
  { commitments }: Awaited<ReturnType<typeof loadPlanGround>>,
  defined: readonly StoredCounting[],
): Promise<void> {
  const named = new Map<CommitmentId, readonly CommitmentId[]>()
  let reached: readonly StoredCounting[] = defined
  while (reached.length > 0) {
    for (const { commitment, definition, terms } of reached) {
      const counting = terms?.counting ?? definition.counting
      named.set(commitment, namedBy({ ...definition, counting }, commitments.find(({ id }) => id === commitment)?.within ?? null))
    }
    const ahead = [...named.values()].flat().filter((id) => !named.has(id))
    reached = ahead.length === 0 ? [] : await loadCountings(tx, jurisdictionId, ahead)
  }
  for (const { commitment } of defined) {
    const circle = circleFrom(commitment, named)
    if (circle === null) continue
    const refs = circle.map((id) => commitments.find((each) => each.id === id)?.ref ?? '')
    accepted(refuse('circular', { refs: [...refs, refs[0]].join(' → ') }))
  }
}

/** Locks the plan a commitment is of; NOT_FOUND where there is no such commitment. */
async function lockPlanOf(tx: Tx, jurisdictionId: string, commitmentId: string): Promise<string> {
  const row = await tx
    .selectFrom('commitment')
    .select('planId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', commitmentId)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return (await lockPlan(tx, jurisdictionId, row.planId)).id
}

/** Refuses a definition that names what there is not. What it is held to is loaded once. */
async function soundness({ actor, packs }: Caller, tx: Tx): Promise<(definition: Definition) => Promise<void>> {
  const { jurisdictionId } = actor
  const known = knownIn(await loadOrganisation(tx, jurisdictionId))
  const registers = await loadCountable(tx, jurisdictionId, packs)
  return async (definition) => {
    const fault = checkDefinition(definition, { ...known, registers })[0]
    if (fault !== undefined) accepted(refuse(fault.code, fault.params))
    const { counting } = definition
    const others = counting === null ? [] : [...counting.notWith, ...(counting.within === null ? [] : [counting.within])]
    for (const commitment of others) {
      const row = await tx
        .selectFrom('commitment')
        .select('id')
        .where('jurisdictionId', '=', jurisdictionId)
        .where('id', '=', commitment)
        .executeTakeFirst()
      if (!row) accepted(refuse('no-such-commitment', { commitment }))
    }
  }
}

async function saveCounting(
  tx: Tx,
  { actor, now }: Context,
  { commitment, version, definition, terms, open }: StoredCounting,
): Promise<void> {
  const columns = {
    version,
    definition: JSON.stringify(definition),
    ...termsColumns(terms, open),
    definedBy: actor.accountId,
    definedByName: actor.name,
    definedAt: now,
  }
  await tx
    .insertInto('counting')
    .values({ jurisdictionId: actor.jurisdictionId, commitmentId: commitment, ...columns })
    .onConflict((conflict) => conflict.columns(['jurisdictionId', 'commitmentId']).doUpdateSet(columns))
    .execute()
}
