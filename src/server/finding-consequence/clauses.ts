import type { Place } from '#core/ledger/place.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Context } from '#server/verb/context.ts'

interface Words {
  readonly aspect: string
  readonly finding: string
  readonly measure: string
}

interface Row {
  readonly id: string
  readonly ordinal: number
}

/** Adds 存在问题 and 整改措施 to the outline of a plan of findings, under the aspect of that name, which is added where it does not stand. The plan is locked. */
export async function addClauses(
  tx: Tx,
  { actor: { jurisdictionId }, newId }: Context,
  planId: string,
  words: Words,
): Promise<{ readonly clause: string; readonly place: Place }> {
  const rows = await tx
    .selectFrom('clause')
    .select(['id', 'ordinal', 'kind', 'title'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .orderBy('ordinal')
    .execute()
  const next = (rows.at(-1)?.ordinal ?? -1) + 1
  const stands = rows.find(({ kind, title }) => kind === 'aspect' && title === words.aspect)
  const aspect: Row = stands ?? { id: newId(), ordinal: next }
  const first = stands === undefined ? next + 1 : next
  const [finding, measure] = [newId(), newId()]
  const made = [
    ...(stands === undefined ? [{ ...aspect, parentId: null, kind: 'aspect', title: words.aspect }] : []),
    { id: finding, ordinal: first, parentId: aspect.id, kind: 'finding', title: words.finding },
    // behind its finding, as documents have them
    { id: measure, ordinal: first + 1, parentId: aspect.id, kind: 'measure', title: words.measure },
  ]
  // they stand nowhere in the text
  const rest = { jurisdictionId, planId, marker: '', spanStart: 0, spanEnd: 0, cells: null }
  await tx
    .insertInto('clause')
    .values(made.map((row) => ({ ...row, ...rest })))
    .execute()
  const place = { aspect: words.aspect, finding: words.finding, measure: words.measure, aspectOrdinal: aspect.ordinal }
  return { clause: measure, place }
}
