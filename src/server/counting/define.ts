import type { Pack } from '#core/pack/pack.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { checkDefinition } from '#core/terms/check-definition.ts'
import type { Definition } from '#core/terms/definition.ts'
import { keepTerms } from '#server/counting/former-terms.ts'
import { loadCounting, loadCountings, type StoredCounting, termsColumns } from '#server/counting/load.ts'
import { findTerms, loadPlanGround, recomputeAfter } from '#server/counting/refresh-terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockOccurrences } from '#server/occurrence/clock.ts'
import { knownIn } from '#server/org/known.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { accepted } from '#server/plan/accepted.ts'
import { lockPlan } from '#server/plan/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRegisters } from '#server/register/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 计数口径: a person confirms what a commitment is measured over. `version`: of the definition that stands; 0 where there is none. */
export async function defineCounting(
  context: Context & { readonly packs: readonly Pack[] },
  input: { readonly id: CommitmentId; readonly version: number; readonly definition: Definition },
): Promise<StoredCounting> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('counting:define')
    const planId = await lockPlanOf(tx, jurisdictionId, input.id)
    const asOf = await lockOccurrences(tx, jurisdictionId, context.asOf)
    const before = await loadCounting(tx, jurisdictionId, input.id)
    if ((before?.version ?? 0) !== input.version) throw new AppError('CONFLICT', { version: before?.version ?? 0 })
    await demandSound(context, tx, input.definition)
    const plan = await loadPlanGround(tx, jurisdictionId, planId)
    if (plan.commitments.find(({ id }) => id === input.id)?.state !== 'confirmed') accepted(refuse('not-confirmed'))
    const { terms, open } = findTerms(input.id, input.definition, plan)
    const after: StoredCounting = {
      commitment: input.id,
      version: input.version + 1,
      definition: input.definition,
      terms,
      open,
    }
    const all = await loadCountings(tx, jurisdictionId)
    await saveCounting(tx, context, after)
    await keepTerms(tx, jurisdictionId, { commitment: input.id, terms, knownFrom: context.now })
    await recomputeAfter(tx, jurisdictionId, { asOf, changed: [input.id], before: all })
    await record({
      verb: 'counting.define',
      subject: { kind: 'commitment', id: input.id },
      before: before?.definition ?? null,
      after: input.definition,
    })
    return after
  })
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

async function demandSound({ actor, packs }: Context & { readonly packs: readonly Pack[] }, tx: Tx, definition: Definition): Promise<void> {
  const { jurisdictionId } = actor
  const known = knownIn(await loadOrganisation(tx, jurisdictionId))
  const registers = await loadRegisters(tx, jurisdictionId, packs)
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
