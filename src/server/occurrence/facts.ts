import type { Ruling } from '#core/counting/counting.ts'
import type { Day, Instant } from '#core/day/day.ts'
import { registersOf } from '#core/occurrence/touched-keys.ts'
import { type Facts, viewOf } from '#core/occurrence/view.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadRulings } from '#server/counting/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadRoster } from '#server/org/load.ts'
import { loadNeeded } from '#server/record/load.ts'
import { loadWorkCalendar } from '#server/work-calendar/load.ts'

/** All that is the same for every commitment: who, what was ruled, the work days as they were known (null: as they are), all terms. Without records. */
export async function loadGround(tx: Tx, jurisdictionId: string, terms: readonly Terms[], knownAt: Instant | null = null): Promise<Facts> {
  const rulings = await loadRulings(tx, jurisdictionId)
  const [roster, calendar] = [await loadRoster(tx, jurisdictionId), await loadWorkCalendar(tx, jurisdictionId, knownAt)]
  return { records: [], rulings, roster, calendar, terms }
}

/** The records that some commitments are evaluated from: of all their registers, and those that were ruled on. */
export async function loadRecordsFor(
  tx: Tx,
  jurisdictionId: string,
  terms: readonly Terms[],
  ground: Facts,
  { from = null, isWithPast = false }: { readonly from?: Day | null; readonly isWithPast?: boolean } = {},
): Promise<readonly WorkRecord[]> {
  const view = viewOf(ground)
  const registers = new Set(terms.flatMap((each) => [...registersOf(each, view)]))
  return loadNeeded(tx, jurisdictionId, { registers: [...registers], from, ids: ruledRecords(ground.rulings), isWithPast })
}

function ruledRecords(rulings: readonly Ruling[]): readonly string[] {
  return [...new Set(rulings.map(({ record }) => record))]
}
