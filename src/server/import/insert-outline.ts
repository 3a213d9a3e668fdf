import type { Tx } from '#server/db/connect.ts'
import type { NewPlan } from '#server/import/new-plan.ts'

const ROWS_A_STATEMENT = 1000

/** Saves the outline of a new plan; parents come before their children. */
export async function insertClauses(
  tx: Tx,
  jurisdictionId: string,
  { id: planId, clauses }: Pick<NewPlan, 'id' | 'clauses'>,
): Promise<void> {
  const rows = clauses.map(({ id, parent, kind, marker, title, span, cells }, ordinal) => ({
    jurisdictionId,
    id,
    planId,
    parentId: parent,
    ordinal,
    kind,
    marker,
    title,
    spanStart: span.start,
    spanEnd: span.end,
    cells: cells === undefined ? null : JSON.stringify(cells),
  }))
  for (const some of inParts(rows)) await tx.insertInto('clause').values(some).execute()
}

/** Saves questions of a plan, behind as many as it has (`first`). */
export async function insertQuestions(
  tx: Tx,
  jurisdictionId: string,
  { id: planId, questions }: Pick<NewPlan, 'id' | 'questions'>,
  first = 0,
): Promise<void> {
  const rows = questions.map(({ id, code, commitments, span, params, suggestions }, ordinal) => ({
    jurisdictionId,
    id,
    planId,
    ordinal: first + ordinal,
    code,
    commitments: [...commitments],
    span: span === null ? null : JSON.stringify(span),
    params: JSON.stringify(params),
    suggestions: JSON.stringify(suggestions),
    answer: null,
    answeredBy: null,
    answeredAt: null,
  }))
  for (const some of inParts(rows)) await tx.insertInto('question').values(some).execute()
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_STATEMENT) }, (_, part) =>
    rows.slice(part * ROWS_A_STATEMENT, (part + 1) * ROWS_A_STATEMENT),
  )
}
