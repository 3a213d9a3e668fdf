import { sql } from 'kysely'
import * as z from 'zod'
import type { HomeItem } from '#contract/home.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Terms } from '#core/terms/terms.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { registerOf } from '#server/home/own.ts'
import { CURRENT } from '#server/ledger/standing-rows.ts'

// the columns hold what core made: they are taken as they are
const itemColumns = z.custom<Pick<HomeItem, 'required' | 'actual' | 'owed' | 'dueBy' | 'light'>>()
const termsColumn = z.custom<Terms | null>()

const MOST = 100

/** The rows that orgs of the scope lead or support, by the plan or because they were handed out so, and that are not done, what is due first first; `without`: commitments shown already. */
export async function ledItems(
  tx: Tx,
  { jurisdictionId, names, orgs }: Scope,
  without: readonly string[],
): Promise<{ readonly total: number; readonly items: readonly HomeItem[] }> {
  const units = [...names.unit]
  if (units.length + orgs.length === 0) return { total: 0, items: [] }
  const handedOut = tx.selectFrom('dispatch').select('dispatch.commitmentId').where('dispatch.jurisdictionId', '=', jurisdictionId)
  const own = handedOut.where((eb) => eb('dispatch.orgId', '=', eb.fn.any(eb.val([...orgs]))))
  const supported = handedOut.where((eb) => eb('dispatch.supporting', '&&', eb.val([...orgs])))
  const rows = await tx
    .selectFrom('ledgerEntry as entry')
    .leftJoin('ledgerStanding as standing', (join) =>
      join
        .onRef('standing.jurisdictionId', '=', 'entry.jurisdictionId')
        .onRef('standing.commitmentId', '=', 'entry.commitmentId')
        .on('standing.edition', '=', CURRENT),
    )
    .leftJoin('counting', (join) =>
      join.onRef('counting.jurisdictionId', '=', 'entry.jurisdictionId').onRef('counting.commitmentId', '=', 'entry.commitmentId'),
    )
    .select(['entry.commitmentId', 'entry.ref', 'entry.sentence', 'entry.indicator', 'entry.leadOrgsText', 'counting.terms'])
    .select([
      'standing.required',
      'standing.actual',
      'standing.owed',
      'standing.unit',
      'standing.subjects',
      'standing.met',
      'standing.light',
    ])
    .select((eb) => eb.fn.coalesce('standing.latestSafeDay', 'standing.periodTo', 'entry.dueOn').as('dueBy'))
    .select((eb) => eb.or([eb('entry.leadOrgs', '&&', eb.val(units)), eb('entry.commitmentId', 'in', own)]).as('isLead'))
    .select(sql<string>`count(*) over ()`.as('total'))
    .where('entry.jurisdictionId', '=', jurisdictionId)
    .where('entry.state', '=', 'confirmed')
    .where((eb) =>
      eb.or([
        eb('entry.leadOrgs', '&&', eb.val(units)),
        eb('entry.supportingOrgs', '&&', eb.val(units)),
        eb('entry.commitmentId', 'in', own.union(supported)),
      ]),
    )
    .where((eb) => eb.or([eb('standing.light', 'is', null), eb('standing.light', 'not in', ['done', 'waived'])]))
    .$if(without.length > 0, (query) => query.where('entry.commitmentId', 'not in', without))
    .orderBy(sql`"is_lead" desc`)
    .orderBy(sql`"due_by" nulls last`)
    .orderBy('entry.planId')
    .orderBy('entry.ordinal')
    .limit(MOST)
    .execute()
  const items = rows.map((row): HomeItem => ({
    ...itemColumns.parse({ required: row.required, actual: row.actual, owed: row.owed, dueBy: row.dueBy, light: row.light }),
    commitment: CommitmentId.parse(row.commitmentId),
    ref: row.ref,
    sentence: row.sentence,
    indicator: row.indicator,
    role: row.isLead ? 'lead' : 'support',
    subject: null,
    units: row.leadOrgsText ?? '',
    unit: row.unit ?? '',
    subjects: row.subjects ?? 0,
    met: row.met ?? 0,
    register: registerOf(termsColumn.parse(row.terms)),
  }))
  return { total: Number(rows[0]?.total ?? 0), items }
}
