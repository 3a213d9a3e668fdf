import { sql } from 'kysely'
import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { watchedCommitment, watchedRegister, watchesOf } from '#core/occurrence/watches.ts'
import type { RecordId } from '#core/record/record.ts'
import type { RegisterId } from '#core/register/field.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadTermsWithRelated } from '#server/counting/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { inParts } from '#server/org/in-parts.ts'

/** How a commitment is named in the ledger; null where it does not stand in it. */
export interface Named {
  readonly ref: string | null
  readonly sentence: string | null
}

/** A commitment that a write may touch. `evaluatedOn`: the day its occurrences stand as of; null: they must be worked out first. */
interface Watcher extends Named {
  readonly terms: Terms
  readonly evaluatedOn: Day | null
  /** A person has ruled on some record for it. */
  readonly isRuled: boolean
  /** The written record has evidence. */
  readonly isProven: boolean
}

// the columns hold what core made
const watcherColumns = z.custom<Watcher>()

/**
 * The commitments that look at a register's records of somebody (`keys`) or at one of some commitments; those a person has ruled on a `record` for; and those that are
 * named themselves.
 */
export async function loadWatchers(
  tx: Tx,
  jurisdictionId: string,
  what: {
    readonly register: RegisterId
    readonly keys: readonly string[]
    readonly commitments: readonly CommitmentId[]
    readonly record?: RecordId
    readonly themselves?: readonly CommitmentId[]
  },
): Promise<readonly Watcher[]> {
  const { themselves = [] } = what
  const rows = await tx
    .selectFrom('counting')
    .leftJoin('countingClock', (join) =>
      join
        .onRef('countingClock.jurisdictionId', '=', 'counting.jurisdictionId')
        .onRef('countingClock.commitmentId', '=', 'counting.commitmentId'),
    )
    .leftJoin('ledgerEntry', (join) =>
      join
        .onRef('ledgerEntry.jurisdictionId', '=', 'counting.jurisdictionId')
        .onRef('ledgerEntry.commitmentId', '=', 'counting.commitmentId'),
    )
    .select(['counting.terms', 'countingClock.evaluatedOn', 'ledgerEntry.ref', 'ledgerEntry.sentence'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('ruling')
            .select('ruling.id')
            .where('ruling.jurisdictionId', '=', jurisdictionId)
            .whereRef('ruling.commitmentId', '=', 'counting.commitmentId'),
        )
        .as('isRuled'),
    )
    .select((eb) =>
      what.record === undefined
        ? sql<boolean>`false`.as('isProven')
        : eb
            .exists(
              eb
                .selectFrom('evidenceLink')
                .select('evidenceLink.id')
                .where('evidenceLink.jurisdictionId', '=', jurisdictionId)
                .where('evidenceLink.subjectKind', '=', 'record')
                .where('evidenceLink.subjectId', '=', what.record)
                .where('evidenceLink.unlinkedAt', 'is', null),
            )
            .as('isProven'),
    )
    .where('counting.jurisdictionId', '=', jurisdictionId)
    .where('counting.terms', 'is not', null)
    .where(
      'counting.commitmentId',
      'in',
      tx
        .selectFrom('countingWatch')
        .select('commitmentId')
        .where('jurisdictionId', '=', jurisdictionId)
        .where('watched', '=', watchedRegister(what.register))
        // of a list in JSON the planner expects the same whatever stands in it: one plan serves every write
        .where('subject', 'in', sql<string>`(select jsonb_array_elements_text(${JSON.stringify(['', ...what.keys])}::jsonb))`)
        .$if(what.commitments.length > 0, (query) =>
          query.unionAll(
            tx
              .selectFrom('countingWatch')
              .select('commitmentId')
              .where('jurisdictionId', '=', jurisdictionId)
              .where((eb) => eb('watched', '=', eb.fn.any(eb.val(what.commitments.map(watchedCommitment))))),
          ),
        )
        .$if(what.record !== undefined, (query) =>
          query.unionAll(
            tx
              .selectFrom('ruling')
              .select('commitmentId')
              .where('jurisdictionId', '=', jurisdictionId)
              .where('recordId', '=', what.record ?? ''),
          ),
        )
        .$if(themselves.length > 0, (query) =>
          query.unionAll(
            tx
              .selectFrom('counting')
              .select('commitmentId')
              .where('jurisdictionId', '=', jurisdictionId)
              .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(themselves)))),
          ),
        ),
    )
    .orderBy('counting.commitmentId')
    .execute()
  return rows.map((row) => watcherColumns.parse(row))
}

/** Those whose rules refer to some commitments, directly or not. */
export async function loadReferring(tx: Tx, jurisdictionId: string, ids: readonly CommitmentId[]): Promise<readonly CommitmentId[]> {
  const rows = await tx
    .selectFrom('countingWatch')
    .select('commitmentId')
    .distinct()
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('watched', '=', eb.fn.any(eb.val(ids.map(watchedCommitment)))))
    .execute()
  return rows.map(({ commitmentId }) => idColumn.parse(commitmentId))
}
const idColumn = z.custom<CommitmentId>()

/** Notes anew what some commitments look at. The terms of all are saved. */
export async function refreshWatches(tx: Tx, jurisdictionId: string, ids: readonly CommitmentId[]): Promise<void> {
  for (const some of inParts(ids)) {
    const known = await loadTermsWithRelated(tx, jurisdictionId, some)
    const rows = some.flatMap((commitment) => {
      const terms = known.get(commitment)
      return terms === undefined ? [] : watchesOf(terms, known).map(({ watched, subject }) => ({ watched, subject, id: commitment }))
    })
    await tx
      .deleteFrom('countingWatch')
      .where('jurisdictionId', '=', jurisdictionId)
      .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(some))))
      .execute()
    if (rows.length === 0) continue
    await tx
      .insertInto('countingWatch')
      .columns(['jurisdictionId', 'watched', 'subject', 'commitmentId'])
      .expression(
        sql`select ${jurisdictionId}::uuid, watched, subject, id
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (watched text, subject text, id uuid)`,
      )
      .execute()
  }
}
