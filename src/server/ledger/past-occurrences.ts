import { sql } from 'kysely'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { isBegun } from '#core/light/light.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import type { Tx } from '#server/db/connect.ts'

/** Takes in the occurrences of one commitment after the other and keeps them. */
interface PastOccurrences {
  readonly add: (commitment: CommitmentId, occurrences: readonly Occurrence[]) => Promise<void>
  /** Writes what has been taken in and not written yet. */
  readonly end: () => Promise<void>
}

const AT_ONCE = 500

/** Occurrences to be kept of an edition: whole those that home and calendar show, of the others that they are there. */
export function keepPastOccurrences(tx: Tx, jurisdictionId: string, edition: string, asOf: Day): PastOccurrences {
  let waiting: object[] = []
  const end = async (): Promise<void> => {
    const rows = JSON.stringify(waiting)
    if (waiting.length > 0) await occurrencesInto(tx, jurisdictionId, edition, rows).execute()
    waiting = []
  }
  return {
    async add(commitment, occurrences) {
      waiting.push(...occurrences.map((each) => rowOf(commitment, each, isShown(each, asOf))))
      if (waiting.length >= AT_ONCE) await end()
    },
    end,
  }
}

/** What is begun and not met, and what is met in a period that runs. */
function isShown({ state, period }: Occurrence, asOf: Day): boolean {
  if (state === 'met') return period.from <= asOf && period.to !== null && period.to >= asOf
  return state === 'open' || state === 'short' || state === 'missed'
}

function rowOf(commitment: CommitmentId, occurrence: Occurrence, isWhole: boolean): object {
  const { subject, period, state, latestSafeDay } = occurrence
  return {
    commitment_id: commitment,
    subject,
    period: period.key,
    period_from: period.from,
    period_to: period.to,
    state,
    latest_safe_day: latestSafeDay,
    is_begun: isBegun(occurrence),
    // JSON leaves out what is undefined
    detail: isWhole ? { ...occurrence, asOf: undefined, explanation: undefined } : {},
  }
}

function occurrencesInto(tx: Tx, jurisdictionId: string, edition: string, rows: string) {
  return (
    tx
      .insertInto('pastOccurrence')
      .columns(COLUMNS)
      .expression(
        sql`select ${jurisdictionId}::uuid, ${edition}::uuid, commitment_id, subject, period, period_from, period_to, state, latest_safe_day, is_begun, detail
        from jsonb_to_recordset(${rows}::jsonb) as given (commitment_id uuid, subject text, period text, period_from date, period_to date, state text,
        latest_safe_day date, is_begun boolean, detail jsonb)`,
      )
      // a job stands being done twice
      .onConflict((conflict) => conflict.doNothing())
  )
}

const COLUMNS = [
  'jurisdictionId',
  'edition',
  'commitmentId',
  'subject',
  'period',
  'periodFrom',
  'periodTo',
  'state',
  'latestSafeDay',
  'isBegun',
  'detail',
] as const
