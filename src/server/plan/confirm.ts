import type { Commitment } from '#core/commitment/commitment.ts'
import { confirmCommitments as decide } from '#core/commitment/confirm-commitments.ts'
import { keepReplaced } from '#server/commitment/keep-replaced.ts'
import { loadCommitments } from '#server/commitment/load.ts'
import { refreshResponsibility } from '#server/dispatch/refresh.ts'
import { refreshTerms } from '#server/counting/refresh-terms.ts'
import { accepted } from '#server/plan/accepted.ts'
import { loadClauses } from '#server/plan/clauses.ts'
import { lockPlan } from '#server/plan/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 确认: the drafts of one clause and all below it, or of the whole plan (`clause` null), enter the ledger. */
export async function confirmPlan(
  context: Context,
  input: { readonly planId: string; readonly clause: string | null },
): Promise<readonly Commitment[]> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('plan:confirm')
    const plan = await lockPlan(tx, jurisdictionId, input.planId)
    const where = { jurisdictionId, planId: plan.id }
    const clauses = input.clause === null ? null : below(input.clause, await loadClauses(tx, where))
    const all = await loadCommitments(tx, where)
    const after = accepted(decide(clauses === null ? all : all.filter(({ clause }) => clauses.has(clause))))
    const ids = after.map(({ id }) => id)
    await keepReplaced(tx, jurisdictionId, ids, context.now, ['state', 'version'])
    await tx
      .updateTable('commitment')
      .set((eb) => ({ state: 'confirmed', version: eb('version', '+', 1) }))
      .where('jurisdictionId', '=', jurisdictionId)
      .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
      .execute()
    await tx
      .updateTable('ledgerEntry')
      .set({ state: 'confirmed' })
      .where('jurisdictionId', '=', jurisdictionId)
      .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(ids))))
      .execute()
    await refreshTerms(tx, jurisdictionId, plan.id, context.now)
    await refreshResponsibility(tx, jurisdictionId, { planId: plan.id, asOf: context.asOf, now: context.now })
    const subject = input.clause === null ? { kind: 'plan', id: plan.id } : { kind: 'clause', id: input.clause }
    const states = (state: string) => after.map(({ id, ref }) => ({ id, ref, state }))
    await record({ verb: 'plan.confirm', subject, before: states('draft'), after: states('confirmed') })
    return after
  })
}

/** A clause and all below it; parents come before their children. */
function below(top: string, clauses: readonly { readonly id: string; readonly parent: string | null }[]): ReadonlySet<string> {
  const found = new Set(clauses.filter(({ id }) => id === top).map(({ id }) => id))
  if (found.size === 0) throw new AppError('NOT_FOUND')
  for (const { id, parent } of clauses) if (parent !== null && found.has(parent)) found.add(id)
  return found
}
