import { type SqlBool, sql } from 'kysely'
import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import { ConsequenceKind } from '#core/finding-consequence/consequence.ts'
import { InspectionFindingState } from '#core/inspection/finding.ts'
import type { Tx } from '#server/db/connect.ts'

const Origin = z.object({
  kind: ConsequenceKind,
  inspection: z.uuid(),
  title: z.string(),
  ordinal: z.number(),
  org: z.string(),
  orgId: z.uuid(),
  words: z.string(),
  state: InspectionFindingState,
  stage: z.string(),
  by: z.string(),
  at: Instant,
  isMarked: z.boolean(),
})

/** The findings that a commitment came from or was opened again by, the first first. */
export async function originsOf(tx: Tx, jurisdictionId: string, commitment: CommitmentId): Promise<readonly z.infer<typeof Origin>[]> {
  const rows = await tx
    .selectFrom('findingConsequence as consequence')
    .innerJoin('inspectionFinding as finding', (join) =>
      join.onRef('finding.jurisdictionId', '=', 'consequence.jurisdictionId').onRef('finding.id', '=', 'consequence.findingId'),
    )
    .innerJoin('inspection', (join) =>
      join.onRef('inspection.jurisdictionId', '=', 'finding.jurisdictionId').onRef('inspection.id', '=', 'finding.inspectionId'),
    )
    .select([
      'consequence.kind',
      'inspection.id as inspection',
      'inspection.title',
      'finding.ordinal',
      'finding.orgName as org',
      'finding.orgId',
    ])
    .select(['finding.words', 'finding.state', 'consequence.stage', 'consequence.byName as by', 'consequence.at', 'inspection.mark'])
    .where('consequence.jurisdictionId', '=', jurisdictionId)
    .where('finding.jurisdictionId', '=', jurisdictionId)
    .where('inspection.jurisdictionId', '=', jurisdictionId)
    .where(sql<SqlBool>`consequence.stands && ${[commitment]}::uuid[]`)
    .orderBy('consequence.at')
    .execute()
  return rows.map(({ mark, ...row }) => Origin.parse({ ...row, isMarked: mark > 0 }))
}
