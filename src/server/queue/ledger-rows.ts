import { sql } from 'kysely'
import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { Light } from '#core/light/light.ts'
import type { QueueItem } from '#core/queue/queue.ts'
import type { Tx } from '#server/db/connect.ts'
import { CURRENT } from '#server/ledger/standing-rows.ts'
import { type Found, MOST } from '#server/queue/found.ts'

const dayColumn = z.custom<Day | null>()
/** Who was reminded is left alone for so many days. */
const QUIET_DAYS = 7

/** 催办: what is overdue, not struck off, and of which nobody reminded within a week; the latest first. */
export async function toRemind(tx: Tx, jurisdictionId: string, asOf: Day): Promise<Found> {
  const late = () =>
    confirmed(tx, jurisdictionId)
      .innerJoin('ledgerStanding as standing', (join) =>
        join
          .onRef('standing.jurisdictionId', '=', 'entry.jurisdictionId')
          .onRef('standing.commitmentId', '=', 'entry.commitmentId')
          .on('standing.edition', '=', CURRENT),
      )
      .where('standing.jurisdictionId', '=', jurisdictionId)
      .where('standing.light', '=', Light.enum.overdue)
      .where((eb) => eb.or([eb('entry.closure', 'is', null), eb('entry.closure', 'not in', ['closed', 'terminated'])]))
      .where((eb) =>
        eb.or([eb('entry.remindedOn', 'is', null), eb('entry.remindedOn', '<=', sql<string>`${asOf}::date - ${QUIET_DAYS}::int`)]),
      )
  const rows = await late()
    .select([...ROW, 'standing.latestSafeDay as on'])
    .orderBy(sql`standing.latest_safe_day nulls last`)
    .orderBy('entry.planId')
    .orderBy('entry.ordinal')
    .limit(MOST)
    .execute()
  return { total: await countOf(late()), items: rows.map((row) => itemOf(row, `/commitments/${row.commitmentId}`)) }
}

/** 待明确口径: rows of which nobody has said yet how they are counted. */
export async function toDefine(tx: Tx, jurisdictionId: string): Promise<Found> {
  const open = () =>
    confirmed(tx, jurisdictionId)
      .leftJoin('counting', (join) =>
        join.onRef('counting.jurisdictionId', '=', 'entry.jurisdictionId').onRef('counting.commitmentId', '=', 'entry.commitmentId'),
      )
      .where('counting.terms', 'is', null)
  const rows = await open()
    .select([...ROW, 'entry.dueOn as on'])
    .orderBy('entry.planId')
    .orderBy('entry.ordinal')
    .limit(MOST)
    .execute()
  return { total: await countOf(open()), items: rows.map((row) => itemOf(row, `/plans/${row.planId}/counting`)) }
}

const ROW = ['entry.commitmentId', 'entry.planId', 'entry.ref', 'entry.sentence', 'entry.leadOrgsText'] as const

function confirmed(tx: Tx, jurisdictionId: string) {
  return tx.selectFrom('ledgerEntry as entry').where('entry.jurisdictionId', '=', jurisdictionId).where('entry.state', '=', 'confirmed')
}

async function countOf(query: Pick<ReturnType<typeof confirmed>, 'select'>): Promise<number> {
  const { total } = await query.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  return Number(total)
}

interface Row {
  readonly commitmentId: string
  readonly ref: string
  readonly sentence: string
  readonly leadOrgsText: string | null
  readonly on: string | null
}

function itemOf({ commitmentId, ref, sentence, leadOrgsText, on }: Row, href: string): QueueItem {
  const commitment = CommitmentId.parse(commitmentId)
  return { key: commitment, commitment, ref, words: sentence, units: leadOrgsText ?? '', on: dayColumn.parse(on), href }
}
