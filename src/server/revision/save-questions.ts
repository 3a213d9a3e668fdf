import type { ShownComparison } from '#core/revision/shown.ts'
import type { Settled } from '#core/revision/own-refs.ts'
import { reviseQuestions } from '#core/revision/revise-questions.ts'
import type { Tx } from '#server/db/connect.ts'
import { insertQuestions } from '#server/import/insert-outline.ts'
import { loadQuestions } from '#server/question/load.ts'
import { PlanId } from '#core/plan/plan.ts'
import type { StoredDraft } from '#server/revision/stored.ts'

interface Revised {
  readonly draft: StoredDraft
  readonly comparison: ShownComparison
  readonly settled: readonly Settled[]
}

/** Saves which questions of a plan stay, go and come with a new revision. What was answered stays answered. */
export async function saveQuestions(
  tx: Tx,
  jurisdictionId: string,
  planId: string,
  { draft, comparison, settled }: Revised,
): Promise<void> {
  const stored = await loadQuestions(tx, { jurisdictionId, planId })
  const placed = new Map<string, Settled>(settled.flatMap((each) => (each.isPlaced ? [[each.after.id, each] as const] : [])))
  const taken = new Map(
    comparison.pairs.flatMap(({ old, next }) => {
      const one = placed.get(old ?? next ?? '')
      if (next === null || one === undefined) return []
      const { after, outcome } = one
      return [[next, { id: after.id, isNew: outcome !== 'kept', settled: after.basis.map(({ code }) => code) }] as const]
    }),
  )
  const asked = stored.map(({ id, code, commitments, span, answer }) => ({ id, code, commitments, span, isAnswered: answer !== null }))
  const revised = reviseQuestions(asked, draft.questions, taken)
  for (const { id, commitments, span } of revised.asked)
    await tx
      .updateTable('question')
      .set({ commitments: [...commitments], span: span === null ? null : JSON.stringify(span) })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .execute()
  if (revised.removed.length > 0)
    await tx
      .deleteFrom('question')
      .where('jurisdictionId', '=', jurisdictionId)
      .where((eb) => eb('id', '=', eb.fn.any(eb.val([...revised.removed]))))
      .execute()
  const questions = revised.added.map(({ question, commitments }) => ({ ...question, commitments }))
  await insertQuestions(tx, jurisdictionId, { id: PlanId.parse(planId), questions }, stored.length)
}
