import { type Expression, type SqlBool, sql } from 'kysely'
import type { Day } from '#core/day/day.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isNamedIn, isOwnSubject, isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'

/** What the calendar is narrowed to: a lead unit by name, a subject by key. */
export interface Narrowed {
  readonly unit?: string | undefined
  readonly subject?: string | undefined
}

/** The longest a period goes on after the last day on which it can still be met. */
const LONGEST_AFTER = 366

/**
 * Kept occurrences with something owed whose latest safe day or end lies from – to, as far as they are seen: all with the whole ledger or where one is named;
 * else one's own. Found by the index on the latest safe day.
 */
export function dueWithin(tx: Tx, scope: Scope, { from, to }: { readonly from: Day; readonly to: Day }, { unit, subject }: Narrowed) {
  const { jurisdictionId } = scope
  return (
    tx
      .selectFrom('occurrence')
      .innerJoin('ledgerEntry', (join) =>
        join
          .onRef('ledgerEntry.jurisdictionId', '=', 'occurrence.jurisdictionId')
          .onRef('ledgerEntry.commitmentId', '=', 'occurrence.commitmentId'),
      )
      .where('occurrence.jurisdictionId', '=', jurisdictionId)
      .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
      .where('ledgerEntry.state', '=', 'confirmed')
      .where('occurrence.state', 'in', ['open', 'short', 'missed'])
      // each range by itself, so that the database knows how little one day is
      .where((eb) =>
        eb.or([
          eb.and([eb('occurrence.latestSafeDay', '>=', from), eb('occurrence.latestSafeDay', '<=', to)]),
          eb.and([
            eb('occurrence.latestSafeDay', '>=', sql<string>`${from}::date - ${LONGEST_AFTER}::int`),
            eb('occurrence.latestSafeDay', '<', from),
            eb('occurrence.periodTo', '>=', from),
            eb('occurrence.periodTo', '<=', to),
          ]),
        ]),
      )
      .where((eb) => isSeenCommitment(tx, scope, eb.ref('occurrence.commitmentId'), 'confirmed'))
      .where((eb): Expression<SqlBool> => (scope.seesLedger ? eb.lit(true) : eb.or([isOwnSubject(eb, scope), isNamedIn(eb, scope)])))
      .$if(unit !== undefined, (query) => query.where('ledgerEntry.leadOrgs', '@>', sql<string[]>`array[${unit ?? ''}]::text[]`))
      .$if(subject !== undefined, (query) => query.where('occurrence.subject', '=', subject ?? ''))
  )
}
