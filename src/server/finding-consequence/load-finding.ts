import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { ConsequenceKind, type FindingFacts } from '#core/finding-consequence/consequence.ts'
import { InspectionFindingState } from '#core/inspection/finding.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { isSeenInspection, wasTold } from '#server/inspection/sight.ts'
import { AppError } from '#server/platform/errors.ts'

const Loaded = z.object({
  id: z.uuid(),
  version: z.number(),
  inspection: z.uuid(),
  title: z.string(),
  from: Day,
  to: Day,
  item: z.uuid().nullable(),
  ordinal: z.number(),
  org: z.uuid(),
  orgName: z.string(),
  words: z.string(),
  demand: z.string(),
  dueOn: Day,
  state: InspectionFindingState,
  isMarked: z.boolean(),
  /** Whether who asks is of its team. */
  goesAlong: z.boolean(),
  /** Whether its unit was ever told of it. */
  isTold: z.boolean(),
  leadsTo: ConsequenceKind.nullable(),
})

/** A finding of an inspection, with what is looked at before anything follows from it. */
export type LoadedInspectionFinding = Readonly<z.infer<typeof Loaded>> & FindingFacts

/** NOT_FOUND where there is none, or its inspection is not seen. `lock`: nobody else does anything to it until the transaction ends. */
export async function loadInspectionFinding(tx: Tx, scope: Scope, id: string, lock = false): Promise<LoadedInspectionFinding> {
  const { jurisdictionId, accountId } = scope
  if (lock)
    await tx
      .selectFrom('inspectionFinding')
      .select('id')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .forUpdate()
      .execute()
  const row = await tx
    .selectFrom('inspectionFinding as finding')
    .innerJoin('inspection', (join) =>
      join.onRef('inspection.jurisdictionId', '=', 'finding.jurisdictionId').onRef('inspection.id', '=', 'finding.inspectionId'),
    )
    .leftJoin('findingConsequence as consequence', (join) =>
      join.onRef('consequence.jurisdictionId', '=', 'finding.jurisdictionId').onRef('consequence.findingId', '=', 'finding.id'),
    )
    .select(['finding.id', 'finding.version', 'finding.inspectionId as inspection', 'inspection.title', 'fromDay as from', 'toDay as to'])
    .select(['itemId as item', 'ordinal', 'orgId as org', 'orgName', 'words', 'demand', 'dueOn', 'finding.state', 'mark'])
    .leftJoin('inspectionMember as member', (join) =>
      join
        .onRef('member.jurisdictionId', '=', 'finding.jurisdictionId')
        .onRef('member.inspectionId', '=', 'finding.inspectionId')
        .on('member.account', '=', accountId),
    )
    .select(['consequence.kind as leadsTo', 'member.account as goesAlong', wasTold(tx, jurisdictionId, 'finding.id').as('isTold')])
    .where('finding.jurisdictionId', '=', jurisdictionId)
    .where('inspection.jurisdictionId', '=', jurisdictionId)
    .where('finding.id', '=', id)
    .where(isSeenInspection(tx, scope))
    .executeTakeFirst()
  if (row === undefined) throw new AppError('NOT_FOUND')
  return Loaded.parse({ ...row, isMarked: row.mark > 0, goesAlong: row.goesAlong !== null })
}
