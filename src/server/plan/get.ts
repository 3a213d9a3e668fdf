import * as z from 'zod'
import type { PlanView } from '#contract/plan.ts'
import type { Block, Revision } from '#core/document/document.ts'
import type { Diagnostic } from '#core/draft/draft.ts'
import { PlanFrame } from '#core/plan/plan.ts'
import { loadCommitments } from '#server/commitment/load.ts'
import { loadClauses } from '#server/plan/clauses.ts'
import { summaries } from '#server/plan/list.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadQuestions } from '#server/question/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

// written by the import from what reader and compiler made; the contract checks them on the way out
const blocksColumn = z.custom<readonly Block[]>()
const revisionsColumn = z.custom<readonly Revision[]>()
const diagnosticsColumn = z.custom<readonly Diagnostic[]>()

/** 方案: everything the plan page shows, as it stood at one instant. The document is issued whole to all it names; of its commitments those that are seen. */
export async function getPlan(context: Context, input: { readonly planId: string }): Promise<z.infer<typeof PlanView>> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('plan:read')
    const where = { jurisdictionId: actor.jurisdictionId, planId: input.planId }
    const seen = await scope()
    const [plan] = await summaries(tx, seen, input.planId)
    if (!plan) throw new AppError('NOT_FOUND')
    const stored = await tx
      .selectFrom('plan')
      .innerJoin('planDocument as document', (join) =>
        join.onRef('document.jurisdictionId', '=', 'plan.jurisdictionId').onRef('document.planId', '=', 'plan.id'),
      )
      .select(['plan.frame', 'plan.diagnostics', 'document.text', 'document.blocks', 'document.revisions'])
      .where('plan.jurisdictionId', '=', where.jurisdictionId)
      .where('plan.id', '=', plan.id)
      .orderBy('document.revision', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return {
      plan,
      frame: PlanFrame.parse(stored.frame),
      document: {
        text: stored.text,
        blocks: blocksColumn.parse(stored.blocks),
        revisions: revisionsColumn.parse(stored.revisions),
      },
      clauses: await loadClauses(tx, where),
      commitments: await loadCommitments(tx, where, seen),
      // what is unclear about a plan is the office's to settle
      questions: seen.seesAll ? await loadQuestions(tx, where) : [],
      diagnostics: seen.seesAll ? diagnosticsColumn.parse(stored.diagnostics) : [],
    }
  })
}
