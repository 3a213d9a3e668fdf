import { addCommitment as decide, type Addition } from '#core/commitment/add-commitment.ts'
import { clauseEnd } from '#core/commitment/clause-end.ts'
import { CommitmentId, type Commitment } from '#core/commitment/commitment.ts'
import { placesOf } from '#core/ledger/place.ts'
import { insertCommitments } from '#server/commitment/insert.ts'
import { loadCommitments } from '#server/commitment/load.ts'
import { ordinalAt } from '#server/commitment/standing.ts'
import { accepted } from '#server/plan/accepted.ts'
import { loadClauses } from '#server/plan/clauses.ts'
import { lockPlan } from '#server/plan/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 增补: a person adds what the compiler did not find, to a clause of the plan. */
export async function addCommitment(
  context: Context,
  input: { readonly planId: string } & Omit<Addition, 'id'>,
): Promise<readonly Commitment[]> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('commitment:edit')
    const plan = await lockPlan(tx, jurisdictionId, input.planId)
    const where = { jurisdictionId, planId: plan.id }
    const clauses = await loadClauses(tx, where)
    const place = placesOf(clauses, plan.text).get(input.clause)
    if (!place) throw new AppError('NOT_FOUND')
    const all = await loadCommitments(tx, where)
    const beside = all.filter((one) => one.clause === input.clause).map(({ ref }) => ref)
    const facts = { text: plan.text, beside, taken: new Set(all.map(({ ref }) => ref)) }
    const id = CommitmentId.parse(context.newId())
    const after = accepted(decide({ ...input, id }, facts, { by: actor.name, at: context.now, note: '' }))
    const ordinal = await ordinalAt(tx, where, after.span?.start ?? clauseEnd(clauses, all, input.clause))
    const standing = { planId: plan.id, planTitle: plan.title, ordinal, place }
    await insertCommitments(tx, jurisdictionId, plan.text, [{ commitment: after, standing }], context.now)
    await record({ verb: 'commitment.add', subject: { kind: 'commitment', id: after.id }, after })
    return [after]
  })
}
