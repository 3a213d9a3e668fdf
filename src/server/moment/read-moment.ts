import { isNow, type Moment } from '#core/moment/moment.ts'
import type { Tx } from '#server/db/connect.ts'
import { demandDay } from '#server/ledger/demand-day.ts'
import { lookBack } from '#server/moment/look-back.ts'
import type { Context } from '#server/verb/context.ts'

/** The transaction that reads a moment of which no figures are needed. REFUSED: its day lies before any record may, or too far ahead. */
export function readMoment(tx: Tx, { actor, asOf: today }: Context, moment: Moment): Tx {
  if (isNow(moment, today)) return tx
  const asOf = moment.asOf ?? today
  demandDay(today, asOf)
  return lookBack(tx, actor.jurisdictionId, { asOf, knownAt: moment.knownAt, edition: null })
}
