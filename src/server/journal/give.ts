import { Readable } from 'node:stream'
import type { Download } from '#server/http/download.ts'
import { journalText } from '#server/journal/export.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 导出操作日志 as a stream, as it stands at one instant. Exports are journalled. */
export async function giveJournal(context: Context): Promise<Download> {
  await change(context, async ({ actor, allow, record }) => {
    allow('journal:export')
    await record({ verb: 'journal.export', subject: { kind: 'journal', id: actor.jurisdictionId } })
  })
  return { name: `操作日志-${context.asOf}.jsonl`, type: 'application/octet-stream', bytes: null, content: Readable.from(textOf(context)) }
}

async function* textOf({ db, actor, now }: Context): AsyncGenerator<string> {
  const tx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    yield* journalText(tx, actor.jurisdictionId, now)
  } finally {
    await tx.rollback().execute()
  }
}
