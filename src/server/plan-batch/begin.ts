import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 批量导入: begins one whose files are sent one by one. */
export async function beginBatch(
  context: Context,
  { name, expected }: { readonly name: string; readonly expected: number },
): Promise<{ readonly id: string }> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('plan:import')
    const id = context.newId()
    await tx
      .insertInto('planBatch')
      .values({
        jurisdictionId: actor.jurisdictionId,
        id,
        name,
        state: 'receiving',
        expected,
        startedAt: context.now,
        startedBy: actor.accountId,
        startedByName: actor.name,
        changedAt: context.now,
      })
      .execute()
    await record({ verb: 'plan-batch.begin', subject: { kind: 'plan-batch', id }, after: { name, expected } })
    return { id }
  })
}
