import { sql } from 'kysely'
import type * as z from 'zod'
import type { inspection as contract, InspectionEntry, InspectionView } from '#contract/inspection.ts'
import { Day, yearOf } from '#core/day/day.ts'
import { burdenOf } from '#core/inspection/burden.ts'
import type { InspectionFindingState } from '#core/inspection/finding.ts'
import { InspectionKind, InspectionState } from '#core/inspection/inspection.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadBelonging } from '#server/inspection/belonging.ts'
import { askedIn, loadLimit } from '#server/inspection/burden.ts'
import { loadFindings } from '#server/inspection/findings.ts'
import { isSeenInspection, wasTold } from '#server/inspection/sight.ts'
import { viewOf } from '#server/inspection/view.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Listed = z.output<NonNullable<(typeof contract.list)['~orpc']['outputSchema']>>
type Waiting = z.output<NonNullable<(typeof contract.waiting)['~orpc']['outputSchema']>>

/** What a unit owes, or what an inspector has to look at. */
const WAITING: readonly InspectionFindingState[] = ['noted', 'raised', 'contested', 'reported', 'failed']
const OPEN = sql<boolean>`finding.state in ('noted', 'raised', 'contested', 'reported', 'failed')`

/** 督查 of a year, and what they ask of each unit together: of a unit its own. */
export async function listInspections(context: Context, { year: asked }: { readonly year?: number | undefined }): Promise<Listed> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow, scope }) => {
    allow('inspection:read')
    const seen = await scope()
    const year = asked ?? yearOf(context.asOf)
    const limit = await loadLimit(tx, jurisdictionId, year)
    const visits = (await askedIn(tx, seen, year)).filter(({ org }) => seen.seesLedger || seen.orgs.includes(org))
    return {
      asOf: context.asOf,
      year,
      limit: { version: limit?.version ?? 0, inspections: limit?.inspections ?? null, perUnit: limit?.perUnit ?? null },
      filed: new Set(visits.map(({ inspection }) => inspection)).size,
      items: await entriesOf(tx, seen, { asOf: context.asOf, from: `${year}-01-01`, to: `${year}-12-31` }),
      burden: burdenOf(visits),
    }
  })
}

/** One inspection. */
export async function getInspection(context: Context, { id }: { readonly id: string }): Promise<InspectionView> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('inspection:read')
    return viewOf(tx, await scope(), context.asOf, id)
  })
}

/** What waits for whoever asks: findings they can do something about, and inspections they carry out now. */
export async function waitingFindings(context: Context): Promise<Waiting> {
  return view(context, async ({ tx, actor: { jurisdictionId, accountId }, allow, scope }) => {
    allow('inspection:read')
    const seen = await scope()
    const { asOf } = context
    const belonging = await loadBelonging(tx, jurisdictionId, asOf)
    const findings = await loadFindings(tx, seen, { asOf, belonging }, { states: WAITING })
    const own = await tx
      .selectFrom('inspectionMember')
      .select('inspectionId')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('account', '=', accountId)
      .execute()
    const mine = new Set(own.map(({ inspectionId }) => inspectionId))
    const entries = await entriesOf(tx, seen, { asOf, from: '0001-01-01', to: '9999-12-31', ids: [...mine], states: ['filed', 'running'] })
    return {
      asOf,
      findings: findings.filter((each) => isTurnOf(each, mine)).toSorted((a, b) => Number(b.isLate) - Number(a.isLate)),
      running: entries,
    }
  })
}

/** Taking something back is no turn: only what the state waits for, of the unit or of the team. */
function isTurnOf({ state, may, inspection }: Waiting['findings'][number], mine: ReadonlySet<string>): boolean {
  if (may.includes('report')) return true
  return mine.has(inspection) && (state === 'noted' || state === 'contested' || state === 'reported') && may.length > 0
}

interface EntryQuery {
  readonly asOf: Day
  readonly from: string
  readonly to: string
  readonly ids?: readonly string[]
  readonly states?: readonly InspectionState[]
}

/** Inspections that are seen, the last to begin first; of a unit its own part. */
async function entriesOf(tx: Tx, scope: Scope, { asOf, from, to, ids, states }: EntryQuery): Promise<readonly InspectionEntry[]> {
  const { jurisdictionId } = scope
  const rows = await tx
    .selectFrom('inspection')
    .select(['id', 'kind', 'state', 'title', 'topic', 'fromDay', 'toDay'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('fromDay', '>=', from)
    .where('fromDay', '<=', to)
    .where(isSeenInspection(tx, scope))
    .$if(ids !== undefined, (query) => query.where((eb) => eb('id', '=', eb.fn.any(eb.val([...(ids ?? [])])))))
    .$if(states !== undefined, (query) => query.where('state', 'in', [...(states ?? [])]))
    .orderBy('fromDay', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const found = rows.map(({ id }) => id)
  if (found.length === 0) return []
  const parts = await partsOf(tx, scope, found, asOf)
  return rows.map(({ fromDay, toDay, ...row }) => ({
    ...row,
    kind: InspectionKind.parse(row.kind),
    state: InspectionState.parse(row.state),
    from: Day.parse(fromDay),
    to: Day.parse(toDay),
    ...parts(row.id),
  }))
}

async function partsOf(tx: Tx, scope: Scope, ids: readonly string[], asOf: Day) {
  const { jurisdictionId, accountId } = scope
  const members = await tx
    .selectFrom('inspectionMember')
    .select(['inspectionId', 'name', 'leads', 'account'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('inspectionId', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  const visits = await tx
    .selectFrom('inspectionVisit')
    .select(['inspectionId', 'orgId', 'orgName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('inspectionId', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('ordinal')
    .execute()
  const findings = await tx
    .selectFrom('inspectionFinding as finding')
    .select(['finding.inspectionId', 'finding.orgId', OPEN.as('isOpen'), wasTold(tx, jurisdictionId, 'finding.id').as('isTold')])
    .select(sql<boolean>`finding.state in ('raised', 'failed') and finding.due_on < ${asOf}`.as('isLate'))
    .where('finding.jurisdictionId', '=', jurisdictionId)
    .where('finding.state', '<>', 'withdrawn')
    .where((eb) => eb('finding.inspectionId', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  return (id: string): Pick<InspectionEntry, 'lead' | 'units' | 'findings' | 'open' | 'late'> => {
    const team = members.filter(({ inspectionId }) => inspectionId === id)
    const isInside = scope.seesLedger || team.some(({ account }) => account === accountId)
    const own = findings.filter((each) => each.inspectionId === id && (isInside || (each.isTold && scope.orgs.includes(each.orgId))))
    const units = visits.filter((each) => each.inspectionId === id && (isInside || scope.orgs.includes(each.orgId)))
    return {
      lead: team.find(({ leads }) => leads)?.name ?? '',
      units: [...new Set(units.map(({ orgName }) => orgName))],
      findings: own.length,
      open: own.filter(({ isOpen }) => isOpen).length,
      late: own.filter(({ isLate }) => isLate).length,
    }
  }
}
