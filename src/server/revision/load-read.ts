import * as z from 'zod'
import type { Diagnostic } from '#core/draft/draft.ts'
import { planSide } from '#core/revision/plan-side.ts'
import { loadCommitments } from '#server/commitment/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadClauses } from '#server/plan/clauses.ts'
import { loadQuestions } from '#server/question/load.ts'
import { loadDocument } from '#server/revision/document.ts'

// written by the import from what the compiler made
const diagnosticsColumn = z.custom<readonly Diagnostic[]>()

/** A plan as its current document was read. */
export async function loadRead(tx: Tx, jurisdictionId: string, planId: string) {
  const where = { jurisdictionId, planId }
  const row = await tx
    .selectFrom('plan')
    .select(['title', 'diagnostics'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const document = await loadDocument(tx, jurisdictionId, planId)
  const [clauses, commitments] = [await loadClauses(tx, where), await loadCommitments(tx, where)]
  const side = planSide({ text: document.text, clauses, commitments })
  const questions = await loadQuestions(tx, where)
  const diagnostics = diagnosticsColumn.parse(row.diagnostics)
  return { planId, title: row.title, diagnostics, document, base: document.revision, clauses, commitments, questions, side }
}
