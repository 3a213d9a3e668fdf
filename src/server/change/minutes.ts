import { type SqlBool, sql } from 'kysely'
import type { ChangeStep } from '#core/change/change.ts'
import type { EvidenceId } from '#core/evidence/evidence.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { RecordSight } from '#server/access/records.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import { loadMinutes } from '#server/closure/minutes.ts'
import type { Tx } from '#server/db/connect.ts'

/** 会议纪要 of a decision on a change. INVALID names files that are not there or not seen. */
export async function minutesOf(tx: Tx, sight: RecordSight, evidence: readonly EvidenceId[]): Promise<ChangeStep['minutes']> {
  const ids = [...new Set(evidence)]
  const files = await loadMinutes(tx, sight, ids)
  return files.flatMap((file, index) => ids.slice(index, index + 1).map((id) => ({ evidence: id, ...file })))
}

/** Of some files those that are the minutes of a change of a commitment that is seen. */
export async function seenMinutes(tx: Tx, scope: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('changeStep')
    .innerJoin('changeRequest', (join) =>
      join.on('changeRequest.jurisdictionId', '=', scope.jurisdictionId).onRef('changeRequest.id', '=', 'changeStep.changeId'),
    )
    .select('changeStep.minutes')
    .where('changeStep.jurisdictionId', '=', scope.jurisdictionId)
    .where('minutes', '<>', '[]')
    .where((eb) => eb.or(ids.map((evidence) => holds({ evidence }))))
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('changeRequest.commitmentId')))
    .execute()
  const found = rows.flatMap(({ minutes }) => JSON.stringify(minutes))
  return new Set(ids.filter((id) => found.some((each) => each.includes(id))))
}

/** Whether these bytes are the minutes of a meeting that decided on a change. */
export async function isMinutesOfChange(tx: Tx, jurisdictionId: string, sha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('changeStep')
    .select('changeId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('minutes', '<>', '[]')
    .where(holds({ sha256 }))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

function holds(file: { readonly evidence: string } | { readonly sha256: string }) {
  return sql<SqlBool>`change_step.minutes @> ${JSON.stringify([file])}::jsonb`
}
