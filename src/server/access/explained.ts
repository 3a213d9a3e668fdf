import type { Occurrence } from '#core/occurrence/occurrence.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'

/** Records that are not filed: who does not see them is not told that they are there. */
const UNFILED: ReadonlySet<string> = new Set(['draft', 'returned'])

/** Occurrences whose explanations name of the drafts and returned records those alone that are seen. */
export async function explainedTo(
  tx: Tx,
  scope: Scope,
  packs: readonly Pack[],
  occurrences: readonly Occurrence[],
): Promise<readonly Occurrence[]> {
  const unfiled = new Set(
    occurrences.flatMap(({ explanation }) => explanation.filter(({ reason }) => UNFILED.has(reason.code)).map(({ record }) => record)),
  )
  if (scope.seesAll || unfiled.size === 0) return occurrences
  const { isSeen } = await recordSight(tx, scope, packs)
  const rows = await tx
    .selectFrom('recordRevision')
    .select('id')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...unfiled]))))
    .where('isStanding', '=', true)
    .where(isSeen)
    .execute()
  const seen = new Set<string>(rows.map(({ id }) => id))
  return occurrences.map((occurrence) => ({
    ...occurrence,
    explanation: occurrence.explanation.filter(({ record, reason }) => !UNFILED.has(reason.code) || seen.has(record)),
  }))
}
