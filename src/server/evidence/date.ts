import type * as z from 'zod'
import type { EvidenceView } from '#contract/evidence.ts'
import type { Day } from '#core/day/day.ts'
import type { Pack } from '#core/pack/pack.ts'
import { dateEvidence } from '#core/evidence/decisions.ts'
import { recordSight } from '#server/access/records.ts'
import { loadOneEvidence } from '#server/evidence/load.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 更正材料日期: the day a file is of, as a person says. CONFLICT where another said so since. */
export async function dateOne(
  context: Context & { readonly packs: readonly Pack[] },
  input: { readonly id: string; readonly version: number; readonly datedOn: Day | null },
): Promise<z.infer<typeof EvidenceView>> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('evidence:add')
    const before = await loadOneEvidence(tx, await recordSight(tx, await scope(), context.packs), input.id)
    const after = accepted(dateEvidence(before, input.datedOn, context.asOf))
    const { numUpdatedRows } = await tx
      .updateTable('evidence')
      .set(after)
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', input.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new AppError('CONFLICT', { version: before.version })
    const { datedOn, datedBy } = before
    await record({ verb: 'evidence.date', subject: { kind: 'evidence', id: input.id }, before: { datedOn, datedBy }, after })
    return { ...before, ...after }
  })
}
