import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { rankOf } from '#core/access/mark.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Context } from '#server/verb/context.ts'

/** Who does something with inspections. */
export type Caller = Context & { readonly packs: readonly Pack[] }

/**
 * The condition on `inspection` that it is seen: by whoever sees the whole ledger, by its team, and once its plan is filed by the units it visits; by nobody who is not
 * cleared for the draw it rests on.
 */
export function isSeenInspection(tx: Tx, scope: Scope): Expression<SqlBool> {
  const { jurisdictionId, clearance } = scope
  const isCleared = sql<SqlBool>`inspection.mark <= ${rankOf(clearance)}`
  if (scope.seesLedger) return isCleared
  return sql<SqlBool>`(${isCleared} and (inspection.id in ${ledBy(tx, scope)} or (inspection.filed_at is not null and inspection.id in ${visitsOwn(tx, jurisdictionId, scope)})))`
}

/** The condition that the unit of a finding was ever told of it. What was taken back before that is never told. `finding`: the column of its id. */
export function wasTold(tx: Tx, jurisdictionId: string, finding: string): RawBuilder<boolean> {
  const raised = tx
    .selectFrom('inspectionFindingStep as raised')
    .select('raised.ordinal')
    .where('raised.jurisdictionId', '=', jurisdictionId)
    .where('raised.kind', '=', 'raise')
    .where('raised.findingId', '=', sql.ref<string>(finding))
  return sql<boolean>`exists ${raised}`
}

function ledBy(tx: Tx, { jurisdictionId, accountId }: Scope) {
  return tx
    .selectFrom('inspectionMember')
    .select('inspectionMember.inspectionId')
    .where('inspectionMember.jurisdictionId', '=', jurisdictionId)
    .where('inspectionMember.account', '=', accountId)
}

function visitsOwn(tx: Tx, jurisdictionId: string, { orgs }: Scope) {
  return tx
    .selectFrom('inspectionVisit')
    .select('inspectionVisit.inspectionId')
    .where('inspectionVisit.jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('inspectionVisit.orgId', '=', eb.fn.any(eb.val([...orgs]))))
}

/**
 * Those of some files that are seen because they were put to something of an inspection: all of it by who sees the ledger and by the team; by a unit what was put to
 * its findings once it was told of them, and to answers about it once the visits are over.
 */
export async function seenPhotos(tx: Tx, scope: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { jurisdictionId } = scope
  const rows = await tx
    .selectFrom('inspectionPhoto')
    .innerJoin('inspection', (join) =>
      join.on('inspection.jurisdictionId', '=', jurisdictionId).onRef('inspection.id', '=', 'inspectionPhoto.inspectionId'),
    )
    .innerJoin('inspectionVisit', (join) =>
      join.on('inspectionVisit.jurisdictionId', '=', jurisdictionId).onRef('inspectionVisit.id', '=', 'inspectionPhoto.visitId'),
    )
    .leftJoin('inspectionFinding', (join) =>
      join.on('inspectionFinding.jurisdictionId', '=', jurisdictionId).onRef('inspectionFinding.id', '=', 'inspectionPhoto.findingId'),
    )
    .select('inspectionPhoto.evidenceId')
    .where('inspectionPhoto.jurisdictionId', '=', jurisdictionId)
    .where('inspection.jurisdictionId', '=', jurisdictionId)
    .where('inspectionVisit.jurisdictionId', '=', jurisdictionId)
    .where('inspectionPhoto.evidenceId', 'in', [...ids])
    .where(isSeenInspection(tx, scope))
    .$if(!scope.seesLedger, (query) =>
      query.where((eb) =>
        eb.or([
          eb('inspection.id', 'in', ledBy(tx, scope)),
          eb.and([
            eb('inspectionVisit.orgId', '=', eb.fn.any(eb.val([...scope.orgs]))),
            eb.or([
              wasTold(tx, jurisdictionId, 'inspectionPhoto.findingId'),
              eb.and([eb('inspectionPhoto.findingId', 'is', null), eb('inspection.state', 'in', ['ended', 'reported'])]),
            ]),
          ]),
        ]),
      ),
    )
    .execute()
  return new Set(rows.map(({ evidenceId }) => evidenceId))
}
