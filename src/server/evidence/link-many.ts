import { mayHaveEvidence } from '#core/evidence/decisions.ts'
import type { EvidenceId } from '#core/evidence/evidence.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { RecordId } from '#core/record/record.ts'
import { demandEnter, demandRecordSeen, recordSight } from '#server/access/records.ts'
import { linkEvidence } from '#server/evidence/link.ts'
import { accepted } from '#server/plan/accepted.ts'
import { loadRecord } from '#server/record/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Wanted {
  readonly record: RecordId
  readonly evidence: EvidenceId
}

/** 批量关联: all files become evidence of their records, or none does. `linked`: how many were not linked already. */
export async function linkMany(
  context: Context & { readonly packs: readonly Pack[] },
  { links }: { readonly links: readonly Wanted[] },
): Promise<{ readonly linked: number }> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('evidence:add')
    const sight = await recordSight(tx, await scope(), context.packs)
    let linked = 0
    // in one order, so that two who link at once do not wait for each other
    const byRecord = [...Map.groupBy(links, (link) => link.record)].toSorted(([a], [b]) => (a < b ? -1 : 1))
    for (const [id, wanted] of byRecord) {
      await demandRecordSeen(tx, sight, id)
      const found = await loadRecord(tx, actor.jurisdictionId, { id })
      demandEnter(sight, found)
      accepted(mayHaveEvidence(found))
      linked += await linkEvidence(tx, context, { sight, record: found, evidence: wanted.map(({ evidence }) => evidence) }, record)
    }
    const after = { files: links.length, records: byRecord.length, linked }
    await record({ verb: 'evidence.link-many', subject: { kind: 'evidence', id: 'many' }, after })
    return { linked }
  })
}
