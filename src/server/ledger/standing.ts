import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { type Brief, standingOf } from '#core/ledger/standing.ts'
import { isBegun, type Thresholds } from '#core/light/light.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import type { Terms } from '#core/terms/terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { recountEvidence } from '#server/ledger/evidence-count.ts'
import { type Beside, CURRENT, saveStandings, type Stands } from '#server/ledger/standing-rows.ts'
import { loadLightSetting } from '#server/light/load.ts'
import { inParts } from '#server/org/in-parts.ts'

/** Takes in the occurrences of one commitment after the other and keeps how each stands; what is kept follows from them alone. */
export interface Standings {
  /** All occurrences of a commitment as of the day; `terms` null: it does not compute. */
  readonly add: (commitment: CommitmentId, terms: Terms | null, occurrences: readonly Occurrence[], beside?: Beside) => Promise<void>
  /** Writes what has been taken in and not written yet. */
  readonly end: () => Promise<void>
}

const AT_ONCE = 500

/** Standings to be kept as of a day: of the clock, whose credits are kept; or of a past one, by the thresholds that held then, each with what its occurrences tell beside. */
export async function keepStandings(
  tx: Tx,
  jurisdictionId: string,
  asOf: Day,
  past: { readonly edition: string; readonly thresholds: Thresholds } | null = null,
): Promise<Standings> {
  const { thresholds } = past ?? (await loadLightSetting(tx, jurisdictionId))
  let waiting: Stands[] = []
  const end = async (): Promise<void> => {
    const some = waiting
    waiting = []
    await saveStandings(tx, jurisdictionId, past?.edition ?? CURRENT, some)
    if (past === null)
      await recountEvidence(
        tx,
        jurisdictionId,
        some.map(({ commitment }) => commitment),
      )
  }
  return {
    async add(commitment, terms, occurrences, beside = {}) {
      const standing = terms === null ? null : standsOn(terms, occurrences, asOf, thresholds)
      waiting.push({ commitment, standing, ...beside })
      if (waiting.length >= AT_ONCE) await end()
    },
    end,
  }
}

/** The standing of a commitment from its occurrences with their records. */
export function standsOn(terms: Terms, occurrences: readonly Occurrence[], asOf: Day, thresholds: Thresholds): Stands['standing'] {
  return standingOf(
    terms,
    occurrences.map((occurrence) => ({ ...occurrence, isBegun: isBegun(occurrence) })),
    asOf,
    thresholds,
  )
}

/** Keeps how some commitments stand as of the clock's day, from their kept occurrences. Call it where only some of these were evaluated again. */
export async function saveStanding(tx: Tx, jurisdictionId: string, asOf: Day, some: readonly Terms[]): Promise<void> {
  if (some.length === 0) return
  const { thresholds } = await loadLightSetting(tx, jurisdictionId)
  for (const part of inParts(some)) {
    const briefs = await loadBriefs(tx, jurisdictionId, asOf, part)
    await saveStandings(
      tx,
      jurisdictionId,
      CURRENT,
      part.map((terms) => ({
        commitment: terms.commitment,
        standing: standingOf(terms, briefs.get(terms.commitment) ?? [], asOf, thresholds),
      })),
    )
  }
}

const briefColumn = z.custom<Omit<Brief, 'asOf' | 'isBegun'>>()

/** The kept occurrences of some commitments, without the records that explain them. */
async function loadBriefs(
  tx: Tx,
  jurisdictionId: string,
  asOf: Day,
  some: readonly Terms[],
): Promise<ReadonlyMap<CommitmentId, readonly Brief[]>> {
  const rows = await tx
    .selectFrom('occurrence')
    .select(['commitmentId', 'detail as brief', 'isBegun'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(some.map(({ commitment }) => commitment)))))
    .execute()
  const briefs = new Map<CommitmentId, Brief[]>()
  for (const { commitmentId, brief, isBegun: begun } of rows) {
    const id = CommitmentId.parse(commitmentId)
    const one: Brief = { ...briefColumn.parse(brief), asOf, isBegun: begun }
    const others = briefs.get(id)
    if (others === undefined) briefs.set(id, [one])
    else others.push(one)
  }
  return briefs
}
