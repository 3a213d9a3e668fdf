import { CommitmentId, type Commitment } from '#core/commitment/commitment.ts'
import type { Part } from '#core/commitment/split-commitment.ts'
import { splitCommitment as decide } from '#core/commitment/split-commitment.ts'
import { insertCommitments } from '#server/commitment/insert.ts'
import { loadCommitment, loadRefs } from '#server/commitment/load.ts'
import { standingsBehind } from '#server/commitment/standing.ts'
import { updateCommitments } from '#server/commitment/update.ts'
import { accepted } from '#server/plan/accepted.ts'
import { lockPlan } from '#server/plan/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 拆分: two or more parts replace a commitment. Answers with the replaced one first. */
export async function splitCommitment(
  context: Context,
  input: { readonly planId: string; readonly id: string; readonly version: number; readonly parts: readonly Omit<Part, 'id'>[] },
): Promise<readonly Commitment[]> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('commitment:edit')
    const plan = await lockPlan(tx, jurisdictionId, input.planId)
    const where = { jurisdictionId, planId: plan.id }
    const before = await loadCommitment(tx, where, input)
    const parts = input.parts.map((part) => ({ ...part, id: CommitmentId.parse(context.newId()) }))
    const facts = { text: plan.text, taken: await loadRefs(tx, where) }
    const after = accepted(decide(before, parts, facts, { by: actor.name, at: context.now, note: '' }))
    const [whole, ...made] = after
    const standings = await standingsBehind(tx, jurisdictionId, before.id, made.length)
    await insertCommitments(
      tx,
      jurisdictionId,
      plan.text,
      made.flatMap((commitment, index) => (standings[index] ? [{ commitment, standing: standings[index] }] : [])),
      context.now,
    )
    await updateCommitments(tx, jurisdictionId, plan, whole ? [whole] : [], context.now)
    await record({ verb: 'commitment.split', subject: { kind: 'commitment', id: before.id }, before, after })
    return after
  })
}
