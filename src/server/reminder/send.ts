import type * as z from 'zod'
import type { reminder as contract } from '#contract/reminder.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { remind } from '#core/reminder/reminder.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRemindable, type RemindableRow } from '#server/reminder/remindable.ts'
import { saveReminders } from '#server/reminder/save.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Sent = z.output<NonNullable<(typeof contract.send)['~orpc']['outputSchema']>>

/** 催办 of several at once. What is done, struck off or reminded of today is left out; nothing goes out by itself: it stands in everybody's next digest. */
export async function sendReminders(
  context: Context,
  { commitments, note }: { readonly commitments: readonly CommitmentId[]; readonly note: string },
): Promise<Sent> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('reminder:send')
    const { jurisdictionId } = actor
    const asked = [...new Set(commitments)]
    const rows = await loadRemindable(tx, jurisdictionId, { scope: await scope(), ids: asked })
    if (rows.length < asked.length) throw new AppError('NOT_FOUND')
    const reminded: RemindableRow[] = []
    const left: Sent['left'][number][] = []
    for (const row of rows) {
      const outcome = remind(row, context.asOf)
      if (outcome.ok) reminded.push(row)
      else left.push({ commitment: row.commitment, why: outcome.refusal.code })
    }
    if (reminded.length === 0) accepted(refuse(left[0]?.why ?? 'not-open'))
    await saveReminders(tx, jurisdictionId, reminded, {
      on: context.asOf,
      at: context.now,
      note,
      account: actor.accountId,
      by: actor.name,
    })
    for (const { commitment, ref, dueBy } of reminded)
      await record({
        verb: 'reminder.send',
        subject: { kind: 'commitment', id: commitment },
        after: { ref, on: context.asOf, dueBy, note },
      })
    return { reminded: reminded.length, left }
  })
}
