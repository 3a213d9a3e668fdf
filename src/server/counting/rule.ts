import type * as z from 'zod'
import type { Credited } from '#contract/record.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { RecordId } from '#core/record/record.ts'
import { loadCounting } from '#server/counting/load.ts'
import { lockOccurrences } from '#server/occurrence/clock.ts'
import { follow } from '#server/occurrence/follow.ts'
import { accepted } from '#server/plan/accepted.ts'
import { creditedBy } from '#server/record/credited.ts'
import { loadRecord } from '#server/record/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 人工计入 or 不计入: a person says of one record and one commitment what the rule does not. */
export async function ruleByHand(
  context: Context,
  input: { readonly id: CommitmentId; readonly record: RecordId; readonly counts: boolean; readonly reason: string },
): Promise<z.infer<typeof Credited>[]> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    const { jurisdictionId } = actor
    allow('counting:rule')
    const asOf = await lockOccurrences(tx, jurisdictionId, context.asOf)
    const subject = await loadRecord(tx, jurisdictionId, { id: input.record })
    const counting = await loadCounting(tx, jurisdictionId, input.id)
    if (counting?.terms == null) accepted(refuse('not-defined'))
    if (subject.state === 'voided') accepted(refuse('record-voided'))
    await tx
      .insertInto('ruling')
      .values({
        jurisdictionId,
        id: context.newId(),
        commitmentId: input.id,
        recordId: input.record,
        counts: input.counts,
        reason: input.reason,
        ruledAt: context.now,
        ruledBy: actor.accountId,
        ruledByName: actor.name,
      })
      .execute()
    const followed = await follow(tx, jurisdictionId, asOf, { before: subject, after: subject, ruledFor: input.id })
    await record({ verb: 'counting.rule', subject: { kind: 'record', id: input.record }, after: input })
    return creditedBy(tx, await scope(), input.record, followed)
  })
}
