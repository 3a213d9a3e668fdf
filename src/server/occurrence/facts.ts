import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day, Instant } from '#core/day/day.ts'
import { creditedRegisters, eventRegisters } from '#core/occurrence/touched-keys.ts'
import { recordKeyOf, type SubjectKey } from '#core/occurrence/subject.ts'
import { type Facts, partiesBehind } from '#core/occurrence/view.ts'
import type { RecordId, WorkRecord } from '#core/record/record.ts'
import { indexRoster } from '#core/roster/roster-index.ts'
import type { Roster } from '#core/roster/roster.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadRulings } from '#server/counting/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { loadRosterKnown } from '#server/org/known-at.ts'
import { loadNeeded } from '#server/record/load.ts'
import { loadWorkCalendar } from '#server/work-calendar/load.ts'

/** As of when things were known (null or left out: now), and what rulings matter: those for some commitments, on one record. Left out: for all of `terms`. */
interface Known {
  readonly knownAt?: Instant | null
  /** 名册 as it was known, where it is at hand. */
  readonly roster?: Roster | null
  readonly ruled?: { readonly commitments: readonly Terms[]; readonly record: RecordId | null }
}

/**
 * What some commitments are evaluated from, all but records: who, what was ruled, the work days as they were known (null: as they are). `terms`: theirs, and those of
 * all that their rules refer to.
 */
export async function loadGround(
  tx: Tx,
  jurisdictionId: string,
  terms: readonly Terms[],
  { knownAt = null, ruled, roster: known = null }: Known = {},
): Promise<Facts> {
  const commitments = (ruled?.commitments ?? terms).map(({ commitment }) => commitment)
  const record = ruled?.record ?? null
  const isNone = commitments.length === 0 && record === null
  const rulings = isNone ? [] : await loadRulings(tx, jurisdictionId, { commitments, record })
  const roster = known ?? (await loadRoster(tx, jurisdictionId, knownAt))
  const isByWorkDays = terms.some(({ rhythm }) => rhythm.kind === 'within' && rhythm.unit === 'workDay')
  const calendar = isByWorkDays ? await loadWorkCalendar(tx, jurisdictionId, knownAt) : []
  return { records: [], rulings, roster, calendar, terms }
}

/** 名册 as it was known at an instant (null: as it stands). */
export async function loadRoster(tx: Tx, jurisdictionId: string, knownAt: Instant | null): Promise<Roster> {
  return knownAt === null ? (await cachedOrganisation(tx, jurisdictionId)).roster : loadRosterKnown(tx, jurisdictionId, knownAt)
}

/** Of which subjects (null: all), from which last day on (null: ever), up to which first day (left out: of all days), and whether with revisions that no longer stand. */
interface Extent {
  readonly subjects?: readonly SubjectKey[] | null
  readonly from?: Day | null
  readonly to?: Day
  readonly isWithPast?: boolean
}

/** The records that some commitments are evaluated from: of the registers they look at, and those that were ruled on. */
export async function loadRecordsFor(
  tx: Tx,
  jurisdictionId: string,
  terms: readonly Terms[],
  ground: Facts,
  { subjects = null, from = null, to, isWithPast = false }: Extent = {},
): Promise<readonly WorkRecord[]> {
  const known: ReadonlyMap<CommitmentId, Terms> = new Map(ground.terms.map((each) => [each.commitment, each]))
  const credited = new Set(terms.flatMap(creditedRegisters))
  const events = new Set(terms.flatMap((each) => eventRegisters(each, known)))
  const index = indexRoster(ground.roster)
  const keys = new Set((subjects ?? []).flatMap((subject) => [...partiesBehind(recordKeyOf(subject), index)]))
  const own = new Set(terms.map(({ commitment }) => commitment))
  const ruled = ground.rulings.flatMap(({ commitment, record }) => (own.has(commitment) ? [record] : []))
  return loadNeeded(tx, jurisdictionId, {
    registers: subjects === null ? [...credited, ...events] : [...events],
    of: subjects === null ? { registers: [], keys: [] } : { registers: [...credited], keys: [...keys] },
    ids: [...new Set(ruled)],
    from,
    to,
    isWithPast,
  })
}
