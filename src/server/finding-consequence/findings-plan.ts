import type { Block } from '#core/document/document.ts'
import { findingsPlanTitle } from '#core/finding-consequence/words.ts'
import { emptyFrame } from '#core/plan/plan.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockPlan } from '#server/plan/load.ts'
import type { Context } from '#server/verb/context.ts'

/**
 * 督查发现问题整改 of a year, locked; made where there is none yet. It is in force the year long; its document is its title, and its commitments have no place in that.
 */
export async function lockFindingsPlan(tx: Tx, context: Context, year: number): ReturnType<typeof lockPlan> {
  const { jurisdictionId, accountId, name } = context.actor
  const title = findingsPlanTitle(year)
  const id = context.newId()
  const made = await tx
    .insertInto('plan')
    .values({
      jurisdictionId,
      id,
      title,
      frame: JSON.stringify({ ...emptyFrame, inForceFrom: `${year}-01-01`, inForceTo: `${year}-12-31`, yearMeaning: 'calendar' }),
      diagnostics: '[]',
      origin: 'supervision',
      findingsYear: year,
      importedAt: context.now,
      importedBy: accountId,
      importedByName: name,
    })
    .onConflict((conflict) => conflict.columns(['jurisdictionId', 'findingsYear']).where('findingsYear', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) {
    const blocks: readonly Block[] = [{ kind: 'paragraph', span: { start: 0, end: title.length } }]
    const document = { revision: 1, fileId: null, fileName: '', text: title, revisions: '[]', blocks: JSON.stringify(blocks) }
    await tx
      .insertInto('planDocument')
      .values({ jurisdictionId, id: context.newId(), planId: id, ...document })
      .execute()
    return lockPlan(tx, jurisdictionId, id)
  }
  const stands = await tx
    .selectFrom('plan')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('findingsYear', '=', year)
    .executeTakeFirstOrThrow()
  return lockPlan(tx, jurisdictionId, stands.id)
}
