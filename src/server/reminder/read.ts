import type * as z from 'zod'
import type { reminder as contract } from '#contract/reminder.ts'
import { can } from '#core/access/policy.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type OfCommitment = z.output<NonNullable<(typeof contract.ofCommitment)['~orpc']['outputSchema']>>

/** 催办 of a commitment, the last first. */
export async function remindersOf(context: Context, { commitment }: { readonly commitment: CommitmentId }): Promise<OfCommitment> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('reminder:read')
    await demandCommitmentSeen(tx, await scope(), commitment)
    const rows = await tx
      .selectFrom('reminder')
      .select(['onDay', 'dueBy', 'note', 'byAccount', 'byName', 'at'])
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('commitmentId', '=', commitment)
      .orderBy('onDay', 'desc')
      .execute()
    return {
      mayRemind: can(actor, 'reminder:send'),
      items: rows.map(({ onDay, dueBy, note, byAccount, byName, at }) => ({
        on: Day.parse(onDay),
        dueBy: Day.nullable().parse(dueBy),
        note,
        by: byName,
        isAutomatic: byAccount === null,
        at: Instant.parse(at),
      })),
    }
  })
}
