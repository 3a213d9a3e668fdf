import { sql } from 'kysely'
import { Day } from '#core/day/day.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { isSeenInspection } from '#server/inspection/sight.ts'
import { type Found, MOST } from '#server/queue/found.ts'

/** 督查问题: what a unit answered and nobody has looked at, and what is late; what is due first comes first. */
export async function toInspect(tx: Tx, scope: Scope, asOf: Day): Promise<Found> {
  const { jurisdictionId } = scope
  const waiting = () =>
    tx
      .selectFrom('inspectionFinding as finding')
      .innerJoin('inspection', (join) =>
        join.on('inspection.jurisdictionId', '=', jurisdictionId).onRef('inspection.id', '=', 'finding.inspectionId'),
      )
      .where('finding.jurisdictionId', '=', jurisdictionId)
      .where('inspection.jurisdictionId', '=', jurisdictionId)
      .where(isSeenInspection(tx, scope))
      .where((eb) =>
        eb.or([
          eb('finding.state', 'in', ['contested', 'reported']),
          eb.and([eb('finding.state', 'in', ['raised', 'failed']), eb('finding.dueOn', '<', sql<string>`${asOf}`)]),
        ]),
      )
  const rows = await waiting()
    .select(['finding.id', 'finding.inspectionId', 'finding.words', 'finding.orgName', 'finding.dueOn'])
    .orderBy('finding.dueOn')
    .orderBy('finding.id')
    .limit(MOST)
    .execute()
  const { total } = await waiting()
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  return {
    total: Number(total),
    items: rows.map(({ id, inspectionId, words, orgName, dueOn }) => ({
      key: id,
      commitment: null,
      ref: '',
      words,
      units: orgName,
      on: Day.parse(dueOn),
      href: `/inspections/${inspectionId}`,
    })),
  }
}
