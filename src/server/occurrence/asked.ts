import type { CommitmentId } from '#core/commitment/commitment.ts'
import { addDays, Day, type Instant } from '#core/day/day.ts'
import { evaluate } from '#core/occurrence/evaluate.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { relatedTo } from '#core/occurrence/related.ts'
import { viewOf } from '#core/occurrence/view.ts'
import { oneSubjectOf } from '#core/occurrence/watches.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadTermsWithRelated } from '#server/counting/load.ts'
import { loadTermsHeld } from '#server/counting/terms-held.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadClocks } from '#server/occurrence/counting-clock.ts'
import { loadGround, loadRecordsFor } from '#server/occurrence/facts.ts'
import { inOrder, loadOccurrences } from '#server/occurrence/store.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'

/** Which occurrences: of a commitment, as of a day, as it was known at an instant (null: now). */
interface Asked {
  readonly id: CommitmentId
  readonly asOf: Day
  readonly knownAt: Instant | null
}

const EARLIEST = Day.parse('1990-01-01')
/** So far ahead may be looked: what two years hold. */
const DAYS_AHEAD = 731

/** The occurrences of a commitment: those kept where they are of that day, else worked out. `terms` null: it does not compute, so there are none. */
export async function askOccurrences(
  tx: Tx,
  jurisdictionId: string,
  today: Day,
  { id, asOf, knownAt }: Asked,
): Promise<{ readonly terms: Terms | null; readonly occurrences: readonly Occurrence[] }> {
  if (asOf < EARLIEST || asOf > addDays(today, DAYS_AHEAD))
    accepted(refuse('day-out-of-range', { from: EARLIEST, to: addDays(today, DAYS_AHEAD) }))
  await demandCommitment(tx, jurisdictionId, id)
  const isKept = knownAt === null && asOf === (await loadClocks(tx, jurisdictionId, [id])).get(id)
  const known = isKept
    ? await loadTermsWithRelated(tx, jurisdictionId, [id])
    : await loadTermsHeld(tx, jurisdictionId, { asOf, knownAt }, [id])
  const terms = known.get(id)
  if (terms === undefined) return { terms: null, occurrences: [] }
  if (isKept) return { terms, occurrences: await loadOccurrences(tx, jurisdictionId, id, asOf) }
  const ground = await loadGround(tx, jurisdictionId, relatedTo(terms, known), { knownAt })
  const subject = oneSubjectOf(terms.scope)
  const extent = { subjects: subject === '' ? null : [subject], isWithPast: knownAt !== null }
  const records = await loadRecordsFor(tx, jurisdictionId, [terms], ground, extent)
  const occurrences = evaluate(terms, viewOf({ ...ground, records }, knownAt), asOf)
  return { terms, occurrences: occurrences.map(inOrder).toSorted(byPeriod) }
}

/** NOT_FOUND where the jurisdiction has no such commitment. */
async function demandCommitment(tx: Tx, jurisdictionId: string, id: CommitmentId): Promise<void> {
  const row = await tx
    .selectFrom('commitment')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
}

function byPeriod(a: Occurrence, b: Occurrence): number {
  const [left, right] = [`${a.period.from} ${a.subject} ${a.period.key}`, `${b.period.from} ${b.subject} ${b.period.key}`]
  return left < right ? -1 : left > right ? 1 : 0
}
