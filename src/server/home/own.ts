import { type Expression, type SqlBool, sql } from 'kysely'
import * as z from 'zod'
import type { HomeItem } from '#contract/home.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { type Lit, lightFrom } from '#core/light/light.ts'
import type { RegisterId } from '#core/register/field.ts'
import type { Terms } from '#core/terms/terms.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isOwnSubject } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadLightSetting } from '#server/light/load.ts'
import { namesOf } from '#server/record/names.ts'

// the columns hold what core made: they are taken as they are
const detailColumn = z.custom<Omit<Lit, 'asOf' | 'isBegun'> & { readonly owed: HomeItem['owed'] }>()
const termsColumn = z.custom<Terms>()

const MOST = 100

/**
 * What the person, the posts they hold and, of a unit, its orgs owe themselves: what has begun and is not met, what is due first first. `isWithMet`: what they
 * have done in the periods that run, too.
 */
export async function ownItems(tx: Tx, scope: Scope, asOf: Day, isWithMet: boolean): Promise<readonly HomeItem[]> {
  const { jurisdictionId } = scope
  const whose = scope.post === 'unit' ? scope : { ...scope, orgs: [] }
  if (whose.orgs.length + whose.self.length === 0) return []
  const rows = await tx
    .selectFrom('occurrence')
    .innerJoin('counting', (join) =>
      join
        .onRef('counting.jurisdictionId', '=', 'occurrence.jurisdictionId')
        .onRef('counting.commitmentId', '=', 'occurrence.commitmentId'),
    )
    .innerJoin('ledgerEntry', (join) =>
      join
        .onRef('ledgerEntry.jurisdictionId', '=', 'occurrence.jurisdictionId')
        .onRef('ledgerEntry.commitmentId', '=', 'occurrence.commitmentId'),
    )
    .select(['occurrence.commitmentId', 'occurrence.subject', 'occurrence.detail', 'occurrence.isBegun', 'counting.terms'])
    .select(['ledgerEntry.ref', 'ledgerEntry.sentence', 'ledgerEntry.indicator', 'ledgerEntry.leadOrgsText'])
    .where('occurrence.jurisdictionId', '=', jurisdictionId)
    .where('counting.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
    .where('counting.terms', 'is not', null)
    .where((eb) => isOwnSubject(eb, whose))
    .where((eb): Expression<SqlBool> => {
      const isUnmet = eb('occurrence.state', 'in', ['open', 'short', 'missed'])
      const isMetNow = eb.and([
        eb('occurrence.state', '=', 'met'),
        eb('occurrence.periodFrom', '<=', asOf),
        eb('occurrence.periodTo', '>=', asOf),
      ])
      return isWithMet ? eb.or([isUnmet, isMetNow]) : isUnmet
    })
    .orderBy(sql`occurrence.state = 'met'`)
    .orderBy(sql`coalesce(occurrence.latest_safe_day, occurrence.period_to) nulls last`)
    .orderBy('ledgerEntry.ordinal')
    .limit(MOST)
    .execute()
  const { thresholds } = await loadLightSetting(tx, jurisdictionId)
  const names = await namesOf(
    tx,
    jurisdictionId,
    rows.map(({ subject }) => subject),
  )
  return rows.map((row): HomeItem => {
    const detail = detailColumn.parse(row.detail)
    const terms = termsColumn.parse(row.terms)
    return {
      commitment: CommitmentId.parse(row.commitmentId),
      ref: row.ref,
      sentence: row.sentence,
      indicator: row.indicator,
      role: 'self',
      subject: row.subject
        .split('+')
        .map((key) => names[key] ?? '')
        .join(' — '),
      units: row.leadOrgsText ?? '',
      required: detail.required,
      actual: detail.actual,
      owed: detail.owed,
      unit: terms.target.unit,
      subjects: 1,
      met: detail.state === 'met' ? 1 : 0,
      dueBy: detail.latestSafeDay ?? detail.period.to,
      light: lightFrom({ ...detail, asOf, isBegun: row.isBegun }, terms.target, thresholds),
      register: registerOf(terms),
    }
  })
}

/** The one register whose records count; null where there are several. */
export function registerOf(terms: Terms | null): RegisterId | null {
  const registers = new Set(terms?.counting.sources.map(({ register }) => register))
  const [only] = registers
  return registers.size === 1 && only !== undefined ? only : null
}
