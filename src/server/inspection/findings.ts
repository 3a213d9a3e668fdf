import type { InspectionFindingView } from '#contract/inspection.ts'
import { Day } from '#core/day/day.ts'
import { InspectionFindingAct, InspectionFindingState, InspectionFindingStep, isFindingLate } from '#core/inspection/finding.ts'
import { actOnFinding, type FindingParty } from '#core/inspection/finding-decisions.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { followedOf } from '#server/finding-consequence/followed.ts'
import { type Belonging } from '#server/inspection/belonging.ts'
import { loadPhotos, type StoredPhoto } from '#server/inspection/photos.ts'
import { isSeenInspection, wasTold } from '#server/inspection/sight.ts'

/** Which findings are looked for. */
export interface FindingQuery {
  readonly id?: string
  readonly inspection?: string
  readonly states?: readonly InspectionFindingState[]
}

/** Findings that are seen, as whoever asks sees them: of a unit its own, once it was told. */
export async function loadFindings(
  tx: Tx,
  scope: Scope,
  { asOf, belonging }: { readonly asOf: Day; readonly belonging: Belonging },
  query: FindingQuery,
): Promise<readonly InspectionFindingView[]> {
  const rows = await seenFindings(tx, scope, query)
    .select(['finding.id', 'finding.version', 'finding.inspectionId', 'inspection.title', 'finding.visitId', 'finding.itemId'])
    .select(['finding.ordinal', 'finding.orgId', 'finding.orgName', 'finding.words', 'finding.demand', 'finding.dueOn'])
    .select([
      'finding.state',
      'finding.returns',
      'finding.originalDue',
      'member.account as goesAlong',
      'inspection.state as inspectionState',
    ])
    .orderBy('finding.dueOn')
    .orderBy('finding.ordinal')
    .orderBy('finding.id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const steps = await loadSteps(tx, scope.jurisdictionId, ids)
  const photos = await loadPhotos(tx, scope.jurisdictionId, { findings: ids })
  const followed = await followedOf(tx, scope.jurisdictionId, ids)
  return rows.map(({ inspectionId, title, visitId, itemId, orgId, goesAlong, inspectionState, ...row }) => {
    const state = InspectionFindingState.parse(row.state)
    const dueOn = Day.parse(row.dueOn)
    // what was not told to the unit is not told afterwards
    const isInside = scope.seesLedger || goesAlong !== null
    const own = steps.get(row.id) ?? []
    const party = partyOf({ org: orgId, goesAlong: goesAlong !== null, steps: own }, scope, belonging)
    return {
      ...row,
      state,
      dueOn,
      originalDue: Day.nullable().parse(row.originalDue),
      inspection: inspectionId,
      inspectionTitle: title,
      visit: visitId,
      item: itemId,
      org: orgId,
      isLate: isFindingLate({ state, dueOn }, asOf),
      steps: own.map((step) => ({ ...step, was: isInside ? step.was : null, photos: photosOf(photos, row.id, step.ordinal) })),
      rewords: inspectionState !== 'cancelled' && state === 'noted' && party.inspects,
      // whatever is said: whether the act itself is theirs to do
      may: InspectionFindingAct.options.filter(
        (act) =>
          inspectionState !== 'cancelled' &&
          !followed.has(row.id) &&
          actOnFinding(state, act, party, { note: 'x'.repeat(10), dueOn: act === 'raise' ? asOf : dueOn, today: asOf }).ok,
      ),
    }
  })
}

function photosOf(all: readonly StoredPhoto[], finding: string, step: number) {
  return all.filter((photo) => photo.finding === finding && photo.step === step).map(({ photo }) => photo)
}

/** As whom somebody acts on a finding: nobody inspects where they belong, and the office speaks for a unit only where it is its own. */
export function partyOf(
  found: { readonly org: string; readonly goesAlong: boolean; readonly steps: readonly InspectionFindingStep[] },
  scope: Scope,
  { isOf }: Belonging,
): FindingParty {
  const isOffice = scope.post === 'office'
  const belongs = isOf(scope.accountId, found.org)
  return {
    inspects: (found.goesAlong || isOffice) && !belongs,
    isOfUnit: !found.goesAlong && (scope.entersFor.includes(found.org) || (isOffice && belongs)),
    reported: found.steps.some(({ kind, account }) => kind === 'report' && account === scope.accountId),
  }
}

function seenFindings(tx: Tx, scope: Scope, { id, inspection, states }: FindingQuery) {
  const { jurisdictionId } = scope
  return tx
    .selectFrom('inspectionFinding as finding')
    .innerJoin('inspection', (join) =>
      join.on('inspection.jurisdictionId', '=', jurisdictionId).onRef('inspection.id', '=', 'finding.inspectionId'),
    )
    .leftJoin('inspectionMember as member', (join) =>
      join
        .on('member.jurisdictionId', '=', jurisdictionId)
        .onRef('member.inspectionId', '=', 'finding.inspectionId')
        .on('member.account', '=', scope.accountId),
    )
    .where('finding.jurisdictionId', '=', jurisdictionId)
    .where('inspection.jurisdictionId', '=', jurisdictionId)
    .where(isSeenInspection(tx, scope))
    .$if(!scope.seesLedger, (query) =>
      query.where((eb) =>
        eb.or([
          eb('member.account', 'is not', null),
          eb.and([wasTold(tx, jurisdictionId, 'finding.id'), eb('finding.orgId', '=', eb.fn.any(eb.val([...scope.orgs])))]),
        ]),
      ),
    )
    .$if(id !== undefined, (query) => query.where('finding.id', '=', id ?? ''))
    .$if(inspection !== undefined, (query) => query.where('finding.inspectionId', '=', inspection ?? ''))
    .$if(states !== undefined, (query) => query.where('finding.state', 'in', [...(states ?? [])]))
}

/** What was done about some findings, by their ids. */
async function loadSteps(
  tx: Tx,
  jurisdictionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly InspectionFindingStep[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('inspectionFindingStep')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('findingId', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('findingId')
    .orderBy('ordinal')
    .execute()
  const groups = Map.groupBy(rows, ({ findingId }) => findingId)
  return new Map(
    [...groups].map(([id, some]) => [id, some.map(({ byName, ...row }) => InspectionFindingStep.parse({ ...row, by: byName }))]),
  )
}
