import type * as z from 'zod'
import { LaterView } from '#contract/period-lock.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { evaluate } from '#core/occurrence/evaluate.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { registersOf } from '#core/occurrence/touched-keys.ts'
import { viewOf } from '#core/occurrence/view.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { PeriodLock } from '#core/period-lock/period-lock.ts'
import { subjectsSeen } from '#server/access/demand.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { recordSight, type RecordSight } from '#server/access/records.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import { loadCountings } from '#server/counting/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadGround, loadRecordsFor } from '#server/occurrence/facts.ts'
import { laterThan } from '#server/period-lock/later-revisions.ts'
import { loadLock } from '#server/period-lock/stored.ts'
import { namesOf } from '#server/record/names.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Later = z.infer<typeof LaterView>
type Figure = NonNullable<Later['figures'][number]['now']>
/** A figure that came out otherwise, without what its commitment says. */
export type LaterFigure = Omit<Later['figures'][number], 'ref' | 'sentence'>

/** So many revisions are listed; who enters more after a lock reports anew. */
const MOST = 1000

/** 锁定后的更正: what was entered since a quarter was locked about its days, and the figures that came out otherwise by it; both as far as they are seen. */
export async function listLater(context: Context & { readonly packs: readonly Pack[] }, { id }: { readonly id: string }): Promise<Later> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow, scope }) => {
    allow('period-lock:read')
    const sight = await recordSight(tx, await scope(), context.packs)
    const lock = await loadLock(tx, jurisdictionId, id)
    const { seen: revisions, registers } = await loadRevisions(tx, sight, lock)
    const figures = await withSentences(tx, sight.scope, await compareFigures(tx, jurisdictionId, lock, { registers }))
    const keys = [...figures.map(({ subject }) => subject), ...revisions.map(({ record }) => `record:${record}`)]
    return { revisions, figures, names: await namesOf(tx, jurisdictionId, keys, sight) }
  })
}

async function loadRevisions(
  tx: Tx,
  { scope: { jurisdictionId }, isSeen }: RecordSight,
  lock: PeriodLock,
): Promise<{ readonly seen: Later['revisions']; readonly registers: ReadonlySet<string> }> {
  const rows = await laterThan(tx, jurisdictionId, lock)
    .select(['recordRevision.id as record', 'revision', 'register', 'fromDay as from', 'toDay as to', 'state', 'note', 'enteredAt'])
    .select('enteredByName as enteredBy')
    .where(isSeen)
    .orderBy('enteredAt')
    .orderBy('recordRevision.id')
    .orderBy('revision')
    .limit(MOST)
    .execute()
  // what is not seen changes figures that are
  const all = await laterThan(tx, jurisdictionId, lock).select('register').distinct().execute()
  return { seen: LaterView.unwrap().shape.revisions.parse(rows), registers: new Set(all.map(({ register }) => register)) }
}

/** What commitments that look at some registers came to on the quarter's last day, as it was reported and as it is known now; where these differ. `only`: of one. */
export async function compareFigures(
  tx: Tx,
  jurisdictionId: string,
  lock: Pick<PeriodLock, 'to' | 'lockedAt'>,
  { registers, only = null }: { readonly registers: ReadonlySet<string>; readonly only?: CommitmentId | null },
): Promise<readonly LaterFigure[]> {
  if (registers.size === 0) return []
  const all = (await loadCountings(tx, jurisdictionId)).flatMap(({ terms }) => (terms === null ? [] : [terms]))
  const ground = await loadGround(tx, jurisdictionId, all)
  const bare = viewOf(ground)
  const concerned = all.filter(
    (terms) =>
      (only === null || terms.commitment === only) && [...registersOf(terms, bare.terms)].some((register) => registers.has(register)),
  )
  if (concerned.length === 0) return []
  const records = await loadRecordsFor(tx, jurisdictionId, concerned, ground, { isWithPast: true })
  // as it was reported: with the roster of then
  const former = await loadGround(tx, jurisdictionId, all, { knownAt: lock.lockedAt })
  const [then, now] = [viewOf({ ...former, records }, lock.lockedAt), viewOf({ ...ground, records })]
  const found: LaterFigure[] = []
  for (const terms of concerned) {
    const reported = byKey(evaluate(terms, then, lock.to))
    const current = byKey(evaluate(terms, now, lock.to))
    for (const key of new Set([...reported.keys(), ...current.keys()])) {
      const [before, after] = [reported.get(key), current.get(key)]
      const some = after ?? before
      if (some === undefined || isSame(before, after)) continue
      const { commitment, subject, period } = some
      const { unit } = terms.target
      found.push({
        commitment,
        subject,
        period: period.key,
        from: period.from,
        to: period.to,
        unit,
        reported: figureOf(before),
        now: figureOf(after),
      })
    }
  }
  return found
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

/** The figures of commitments and subjects that are seen, with what the commitments say. */
async function withSentences(tx: Tx, scope: Scope, found: readonly LaterFigure[]): Promise<Later['figures']> {
  if (found.length === 0) return []
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select(['commitmentId', 'ref', 'sentence'])
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val([...new Set(found.map(({ commitment }) => commitment))]))))
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('commitmentId')))
    .execute()
  const entries = new Map<string, { ref: string; sentence: string; isSeen: (subject: string) => boolean }>()
  for (const { commitmentId, ref, sentence } of rows)
    entries.set(commitmentId, { ref, sentence, isSeen: await subjectsSeen(tx, scope, commitmentId) })
  return found.flatMap((each) => {
    const entry = entries.get(each.commitment)
    return entry?.isSeen(each.subject) === true ? [{ ...each, ref: entry.ref, sentence: entry.sentence }] : []
  })
}
