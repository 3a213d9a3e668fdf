import type * as z from 'zod'
import { LaterView } from '#contract/period-lock.ts'
import { evaluate } from '#core/occurrence/evaluate.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { registersOf } from '#core/occurrence/touched-keys.ts'
import { viewOf } from '#core/occurrence/view.ts'
import type { PeriodLock } from '#core/period-lock/period-lock.ts'
import { loadCountings } from '#server/counting/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadGround, loadRecordsFor } from '#server/occurrence/facts.ts'
import { laterThan } from '#server/period-lock/later-revisions.ts'
import { loadLock } from '#server/period-lock/stored.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Later = z.infer<typeof LaterView>
type Figure = NonNullable<Later['figures'][number]['now']>

/** So many revisions are listed; who enters more after a lock reports anew. */
const MOST = 1000

/** 锁定后的更正: what was entered since a quarter was locked about its days, and the figures that came out otherwise by it. */
export async function listLater(context: Context, { id }: { readonly id: string }): Promise<Later> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow }) => {
    allow('period-lock:read')
    const lock = await loadLock(tx, jurisdictionId, id)
    const revisions = await loadRevisions(tx, jurisdictionId, lock)
    return { revisions, figures: await compareFigures(tx, jurisdictionId, lock, revisions) }
  })
}

async function loadRevisions(tx: Tx, jurisdictionId: string, lock: PeriodLock): Promise<Later['revisions']> {
  const rows = await laterThan(tx, jurisdictionId, lock)
    .select(['later.id as record', 'revision', 'register', 'fromDay as from', 'toDay as to', 'state', 'note', 'enteredAt'])
    .select('enteredByName as enteredBy')
    .orderBy('enteredAt')
    .orderBy('later.id')
    .orderBy('revision')
    .limit(MOST)
    .execute()
  return LaterView.unwrap().shape.revisions.parse(rows)
}

/** What the commitments that look at those registers came to on the quarter's last day, as it was reported and as it is known now. */
async function compareFigures(tx: Tx, jurisdictionId: string, lock: PeriodLock, revisions: Later['revisions']): Promise<Later['figures']> {
  const registers = new Set(revisions.map(({ register }) => register))
  if (registers.size === 0) return []
  const all = (await loadCountings(tx, jurisdictionId)).flatMap(({ terms }) => (terms === null ? [] : [terms]))
  const ground = await loadGround(tx, jurisdictionId, all)
  const bare = viewOf(ground)
  const concerned = all.filter((terms) => [...registersOf(terms, bare.terms)].some((register) => registers.has(register)))
  const records = await loadRecordsFor(tx, jurisdictionId, concerned, ground, { isWithPast: true })
  const [then, now] = [viewOf({ ...ground, records }, lock.lockedAt), viewOf({ ...ground, records })]
  const found: Omit<Later['figures'][number], 'ref' | 'sentence'>[] = []
  for (const terms of concerned) {
    const reported = byKey(evaluate(terms, then, lock.to))
    const current = byKey(evaluate(terms, now, lock.to))
    for (const key of new Set([...reported.keys(), ...current.keys()])) {
      const [before, after] = [reported.get(key), current.get(key)]
      const some = after ?? before
      if (some === undefined || isSame(before, after)) continue
      const { commitment, subject, period } = some
      found.push({ commitment, subject, period: period.key, reported: figureOf(before), now: figureOf(after) })
    }
  }
  return withSentences(tx, jurisdictionId, found)
}

function byKey(occurrences: readonly Occurrence[]): ReadonlyMap<string, Occurrence> {
  return new Map(occurrences.map((occurrence) => [`${occurrence.subject} ${occurrence.period.key}`, occurrence]))
}

function isSame(a: Occurrence | undefined, b: Occurrence | undefined): boolean {
  return JSON.stringify(figureOf(a)) === JSON.stringify(figureOf(b))
}

function figureOf(occurrence: Occurrence | undefined): Figure | null {
  if (occurrence === undefined) return null
  const { state, required, actual, owed } = occurrence
  return { state, required, actual, owed }
}

async function withSentences(
  tx: Tx,
  jurisdictionId: string,
  found: readonly Omit<Later['figures'][number], 'ref' | 'sentence'>[],
): Promise<Later['figures']> {
  if (found.length === 0) return []
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select(['commitmentId', 'ref', 'sentence'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where(
      'commitmentId',
      'in',
      found.map(({ commitment }) => commitment),
    )
    .execute()
  const entries = new Map(rows.map(({ commitmentId, ref, sentence }) => [commitmentId, { ref, sentence }]))
  return found.map((each) => ({ ...each, ...(entries.get(each.commitment) ?? { ref: '', sentence: '' }) }))
}
