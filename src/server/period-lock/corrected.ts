import { sql } from 'kysely'
import * as z from 'zod'
import type { CommitmentPage } from '#contract/commitment.ts'
import { type Entered, locksAt, quartersCorrectedBy } from '#core/period-lock/corrected.ts'
import type { Terms } from '#core/terms/terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { compareFigures } from '#server/period-lock/later.ts'
import { laterThan } from '#server/period-lock/later-revisions.ts'
import { loadLocks } from '#server/period-lock/stored.ts'

type Corrected = z.infer<typeof CommitmentPage>['corrected']

// the columns hold what core made
const enteredColumns = z.custom<Entered>()

/** So many locked quarters are looked back to: two years. */
const QUARTERS = 8

/** 锁定后更正 of one commitment: its figures that were reported and came out otherwise since, the last quarter first. */
export async function loadCorrected(tx: Tx, jurisdictionId: string, terms: Terms | null): Promise<Corrected> {
  if (terms === null) return []
  const locks = (await loadLocks(tx, jurisdictionId)).filter(({ unlocked }) => unlocked === null).slice(0, QUARTERS)
  const found: Corrected[number][] = []
  for (const lock of locks) {
    const rows = await laterThan(tx, jurisdictionId, lock).select('register').distinct().execute()
    const registers = new Set(rows.map(({ register }) => register))
    for (const { subject, from, to, reported, now } of await compareFigures(tx, jurisdictionId, lock, {
      registers,
      only: terms.commitment,
    }))
      if (reported?.actual !== now?.actual || reported?.required !== now?.required)
        found.push({
          quarter: lock.quarter,
          lockedAt: lock.lockedAt,
          subject,
          from,
          to,
          reported: figureWords(reported),
          now: figureWords(now),
        })
  }
  return found
}

function figureWords(figure: { readonly actual: string | null; readonly required: string | null } | null): string | null {
  return figure === null ? null : `${figure.actual ?? '—'} / ${figure.required ?? '—'}`
}

/** The quarters for which rows of the ledger count a record that was entered or corrected after the quarter was locked. `ids` null: of the whole ledger. */
export async function quartersCorrected(
  tx: Tx,
  jurisdictionId: string,
  ids: readonly string[] | null,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const locks = locksAt(await loadLocks(tx, jurisdictionId), null)
  const [latest, first] = [locks[0], locks.at(-1)]
  if (latest === undefined || first === undefined || ids?.length === 0) return new Map()
  const rows = await tx
    .selectFrom('credit')
    .innerJoin('recordRevision', (join) =>
      join
        .onRef('recordRevision.jurisdictionId', '=', 'credit.jurisdictionId')
        .onRef('recordRevision.id', '=', 'credit.recordId')
        .onRef('recordRevision.revision', '=', 'credit.revision'),
    )
    .select(['credit.commitmentId', 'enteredAt', sql`jsonb_build_object('from', from_day, 'to', to_day)`.as('occurredOn')])
    .where('credit.jurisdictionId', '=', jurisdictionId)
    .where('recordRevision.jurisdictionId', '=', jurisdictionId)
    .$if(ids !== null, (query) => query.where((eb) => eb('credit.commitmentId', '=', eb.fn.any(eb.val([...(ids ?? [])])))))
    .where('credit.counts', '=', true)
    .where('credit.onDay', '<=', latest.to)
    .where(
      'recordRevision.enteredAt',
      '>',
      locks.reduce((earliest, { lockedAt }) => (lockedAt < earliest ? lockedAt : earliest), first.lockedAt),
    )
    .execute()
  const found = new Map<string, Set<string>>()
  for (const { commitmentId, ...row } of rows)
    for (const quarter of quartersCorrectedBy(enteredColumns.parse(row), locks))
      found.set(commitmentId, (found.get(commitmentId) ?? new Set()).add(quarter))
  return new Map([...found].map(([id, quarters]) => [id, [...quarters].toSorted()]))
}
