import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 审计批注: a note on an entry, as an entry of its own. NOT_FOUND where the journal of the jurisdiction has no such entry. */
export async function annotateEntry(context: Context, { id, text }: { readonly id: string; readonly text: string }): Promise<void> {
  await change(context, async ({ tx, actor, allow, record }) => {
    allow('journal:annotate')
    const entry = await tx
      .selectFrom('journalEntry')
      .select(['verb', 'at'])
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!entry) throw new AppError('NOT_FOUND')
    await record({ verb: 'journal.annotate', subject: { kind: 'journal', id }, after: { text, on: entry } })
  })
}
