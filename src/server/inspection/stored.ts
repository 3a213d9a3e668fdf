import { type Selectable, sql } from 'kysely'
import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { InspectionKind, InspectionMember, InspectionState, InspectionVisit } from '#core/inspection/inspection.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Inspection as InspectionTable } from '#server/db/types.gen.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenInspection } from '#server/inspection/sight.ts'
import { Day } from '#core/day/day.ts'
import { AppError } from '#server/platform/errors.ts'

/** The row of an inspection. */
type InspectionRow = Omit<Selectable<InspectionTable>, 'state' | 'kind' | 'fromDay' | 'toDay'> & {
  readonly state: InspectionState
  readonly kind: InspectionKind
  readonly fromDay: Day
  readonly toDay: Day
}

const StoredItem = z.object({ id: z.uuid(), words: z.string(), lookAt: z.string(), commitments: z.array(CommitmentId) })

/** An inspection with its team, its visits and what it looks at. */
export interface StoredInspection {
  readonly row: InspectionRow
  readonly members: readonly InspectionMember[]
  readonly visits: readonly InspectionVisit[]
  readonly items: readonly z.infer<typeof StoredItem>[]
}

/** An inspection that is seen, locked where asked; NOT_FOUND where there is none. */
export async function loadInspection(tx: Tx, scope: Scope, id: string, lock: 'update' | 'share' | null = null): Promise<StoredInspection> {
  const { jurisdictionId } = scope
  const row = await tx
    .selectFrom('inspection')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .where(isSeenInspection(tx, scope))
    .$if(lock === 'update', (query) => query.forUpdate())
    .$if(lock === 'share', (query) => query.forShare())
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return {
    row: {
      ...row,
      kind: InspectionKind.parse(row.kind),
      state: InspectionState.parse(row.state),
      fromDay: Day.parse(row.fromDay),
      toDay: Day.parse(row.toDay),
    },
    members: await loadMembers(tx, jurisdictionId, id),
    visits: await loadVisits(tx, jurisdictionId, id),
    items: await loadItems(tx, jurisdictionId, id),
  }
}

/** The orgs whose visits and findings are shown; null: of all. A unit sees its own. */
export function ownOrgs({ members }: Pick<StoredInspection, 'members'>, scope: Scope): ReadonlySet<string> | null {
  const isInside = scope.seesLedger || members.some(({ account }) => account === scope.accountId)
  return isInside ? null : new Set(scope.orgs)
}

async function loadMembers(tx: Tx, jurisdictionId: string, id: string): Promise<readonly InspectionMember[]> {
  const rows = await tx
    .selectFrom('inspectionMember')
    .select(['account', 'name', 'leads'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('inspectionId', '=', id)
    .orderBy('leads', 'desc')
    .orderBy('name')
    .execute()
  return rows.map((each) => InspectionMember.parse(each))
}

async function loadVisits(tx: Tx, jurisdictionId: string, id: string): Promise<readonly InspectionVisit[]> {
  const rows = await tx
    .selectFrom('inspectionVisit')
    .select(['id', 'orgId as org', 'orgName', 'drawn', 'fromDay as from', 'toDay as to', 'people', 'minutes'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('inspectionId', '=', id)
    .orderBy('ordinal')
    .execute()
  return rows.map((each) => InspectionVisit.parse(each))
}

async function loadItems(tx: Tx, jurisdictionId: string, id: string): Promise<StoredInspection['items']> {
  const rows = await tx
    .selectFrom('inspectionItem')
    .select(['id', 'words', 'lookAt', sql<string[]>`to_json(commitments)`.as('commitments')])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('inspectionId', '=', id)
    .orderBy('ordinal')
    .execute()
  return rows.map((each) => StoredItem.parse(each))
}
