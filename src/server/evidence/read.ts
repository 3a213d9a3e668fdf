import type * as z from 'zod'
import type { EvidenceView } from '#contract/evidence.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { RecordId } from '#core/record/record.ts'
import { demandRecordSeen, recordSight } from '#server/access/records.ts'
import { loadEvidenceOf, loadOneEvidence } from '#server/evidence/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type View = z.infer<typeof EvidenceView>

export async function getEvidence(context: Context & { readonly packs: readonly Pack[] }, input: { readonly id: string }): Promise<View> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('evidence:read')
    return loadOneEvidence(tx, await recordSight(tx, await scope(), context.packs), input.id)
  })
}

/** The files of a record; NOT_FOUND where there is no such record. */
export async function evidenceOfRecord(
  context: Context & { readonly packs: readonly Pack[] },
  input: { readonly record: RecordId },
): Promise<readonly View[]> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('evidence:read')
    const sight = await recordSight(tx, await scope(), context.packs)
    await demandRecordSeen(tx, sight, input.record)
    return loadEvidenceOf(tx, sight, input.record)
  })
}
