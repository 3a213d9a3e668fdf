import { type SqlBool, sql } from 'kysely'
import type { ClosureStep } from '#core/closure/closure.ts'
import type { EvidenceId } from '#core/evidence/evidence.ts'
import type { RecordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { findEvidence } from '#server/evidence/load.ts'
import { AppError } from '#server/platform/errors.ts'

/** 会议纪要: files that whoever enters the meeting has sent or sees. INVALID names those that are not there or not seen. */
export async function loadMinutes(tx: Tx, sight: RecordSight, evidence: readonly EvidenceId[]): Promise<ClosureStep['minutes']> {
  const ids = [...new Set(evidence)]
  if (ids.length > 0)
    // nobody takes one back while it is being used
    await tx
      .selectFrom('evidence')
      .select('id')
      .where('jurisdictionId', '=', sight.scope.jurisdictionId)
      .where('id', 'in', ids)
      .forKeyShare()
      .execute()
  const seen = await findEvidence(tx, sight, ids)
  return ids.map((id) => {
    const file = seen.get(id)
    if (file === undefined) throw new AppError('INVALID', { fields: [{ path: ['evidence', id], code: 'unknown-evidence' }] })
    return { sha256: file.sha256, name: file.name }
  })
}

/** Whether these bytes are the minutes of a meeting that decided. */
export async function isMinutes(tx: Tx, jurisdictionId: string, sha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('closureStep')
    .select('closureId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('minutes', '<>', '[]')
    .where(sql<SqlBool>`minutes @> ${JSON.stringify([{ sha256 }])}::jsonb`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
