import type { InspectionForecast } from '#contract/inspection.ts'
import { rankOf } from '#core/access/mark.ts'
import { Day, yearOf } from '#core/day/day.ts'
import { type AskedVisit, beyondLimit, burdenOf, clashesOf, type InspectionLimit } from '#core/inspection/burden.ts'
import type { InspectionPlan } from '#core/inspection/plan.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'

/** What filed inspections ask that begin in a year, called off ones apart. Who is not cleared for one learns what it takes; its title and its topic are ''. */
export async function askedIn(tx: Tx, { jurisdictionId, clearance }: Scope, year: number): Promise<readonly AskedVisit[]> {
  const rows = await tx
    .selectFrom('inspectionVisit as visit')
    .innerJoin('inspection', (join) =>
      join.on('inspection.jurisdictionId', '=', jurisdictionId).onRef('inspection.id', '=', 'visit.inspectionId'),
    )
    .select([
      'visit.inspectionId',
      'title',
      'topic',
      'visit.orgId',
      'visit.orgName',
      'visit.fromDay',
      'visit.toDay',
      'people',
      'minutes',
      'mark',
    ])
    .where('visit.jurisdictionId', '=', jurisdictionId)
    .where('inspection.jurisdictionId', '=', jurisdictionId)
    .where('inspection.state', 'in', ['filed', 'running', 'ended', 'reported'])
    .where('inspection.fromDay', '>=', `${year}-01-01`)
    .where('inspection.fromDay', '<=', `${year}-12-31`)
    .orderBy('visit.fromDay')
    .execute()
  return rows.map(({ inspectionId, orgId, fromDay, toDay, mark, ...row }) => ({
    ...row,
    ...(mark > rankOf(clearance) ? { title: '', topic: '' } : {}),
    inspection: inspectionId,
    org: orgId,
    from: Day.parse(fromDay),
    to: Day.parse(toDay),
  }))
}

/** 总量控制 of a year; null: nobody has set one. */
export async function loadLimit(
  tx: Tx,
  jurisdictionId: string,
  year: number,
): Promise<(InspectionLimit & { readonly version: number }) | null> {
  const row = await tx
    .selectFrom('inspectionLimit')
    .select(['version', 'inspections', 'perUnit'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('year', '=', year)
    .executeTakeFirst()
  return row ?? null
}

/** What a plan would ask, beside what others ask. `id`: of the inspection it is the plan of. */
export async function forecastOf(
  tx: Tx,
  scope: Scope,
  { id, plan, names }: { readonly id: string | null; readonly plan: InspectionPlan; readonly names: ReadonlyMap<string, string> },
): Promise<InspectionForecast> {
  const others = (await askedIn(tx, scope, yearOf(plan.from))).filter(({ inspection }) => inspection !== id)
  const planned = plan.visits.map(({ org, from, to, people, minutes }) => ({
    inspection: id ?? '',
    title: plan.title,
    topic: plan.topic,
    org,
    orgName: names.get(org) ?? '',
    from,
    to,
    people,
    minutes,
  }))
  const own = burdenOf(planned)
  const asked = new Set(own.map(({ org }) => org))
  return {
    own,
    year: burdenOf([...planned, ...others].filter(({ org }) => asked.has(org))),
    clashes: clashesOf(planned, others),
    beyond: beyondLimit(planned, others, await loadLimit(tx, scope.jurisdictionId, yearOf(plan.from))),
  }
}
