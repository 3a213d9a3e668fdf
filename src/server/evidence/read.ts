import type * as z from 'zod'
import type { EvidenceView } from '#contract/evidence.ts'
import type { RecordId } from '#core/record/record.ts'
import { loadEvidenceOf, loadOneEvidence } from '#server/evidence/load.ts'
import { loadRecord } from '#server/record/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type View = z.infer<typeof EvidenceView>

export async function getEvidence(context: Context, input: { readonly id: string }): Promise<View> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('evidence:read')
    return loadOneEvidence(tx, actor.jurisdictionId, input.id)
  })
}

/** The files of a record; NOT_FOUND where there is no such record. */
export async function evidenceOfRecord(context: Context, input: { readonly record: RecordId }): Promise<readonly View[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('evidence:read')
    await loadRecord(tx, actor.jurisdictionId, { id: input.record })
    return loadEvidenceOf(tx, actor.jurisdictionId, input.record)
  })
}
