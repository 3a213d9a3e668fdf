import type { Selectable } from 'kysely'
import * as z from 'zod'
import type { Carried } from '#core/commitment/carried.ts'
import type { Cited } from '#core/commitment/cited.ts'
import type { CommitmentSource } from '#core/commitment/source.ts'
import type { BasisEntry, Commitment, Decision, Quote } from '#core/commitment/commitment.ts'
import { ClauseId, CommitmentId, CommitmentState } from '#core/commitment/commitment.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { Span } from '#core/text/span.ts'
import type { Commitment as CommitmentRow } from '#server/db/types.gen.ts'

/** Columns of a commitment as the domain knows it, without those of the ledger. */
export const COMMITMENT_COLUMNS = [
  'id',
  'ref',
  'clauseId',
  'span',
  'sentenceSpan',
  'text',
  'withinId',
  'state',
  'replacedBy',
  'own',
  'reading',
  'original',
  'decision',
  'basis',
  'version',
  'carried',
  'cited',
  'source',
] as const satisfies readonly (keyof CommitmentRow)[]

// the columns hold what core made and were checked when they were written: they are taken as they are
const spanColumn = z.custom<Span | null>()
const readingColumn = z.custom<Reading>()
const originalColumn = z.custom<Reading | null>()
const decisionColumn = z.custom<Decision | null>()
const basisColumn = z.custom<readonly BasisEntry[]>()
const quoteColumn = z.custom<Quote | null>()
const carriedColumn = z.custom<Carried>()
const citedColumn = z.custom<Cited>()
const sourceColumn = z.custom<CommitmentSource>()
const idColumn = z.custom<CommitmentId>()
const idsColumn = z.custom<readonly CommitmentId[]>()
const clauseColumn = z.custom<ClauseId>()

/** The commitment a row holds. */
export function commitmentOf(row: Pick<Selectable<CommitmentRow>, (typeof COMMITMENT_COLUMNS)[number]>): Commitment {
  return {
    id: idColumn.parse(row.id),
    ref: row.ref,
    clause: clauseColumn.parse(row.clauseId),
    span: spanColumn.parse(row.span),
    sentence: spanColumn.parse(row.sentenceSpan),
    text: row.text,
    within: row.withinId === null ? null : idColumn.parse(row.withinId),
    state: CommitmentState.parse(row.state),
    replacedBy: idsColumn.parse(row.replacedBy),
    own: quoteColumn.parse(row.own),
    reading: readingColumn.parse(row.reading),
    original: originalColumn.parse(row.original),
    decision: decisionColumn.parse(row.decision),
    basis: basisColumn.parse(row.basis),
    version: row.version,
    ...(row.carried === null ? {} : { carried: carriedColumn.parse(row.carried) }),
    ...(row.cited === null ? {} : { cited: citedColumn.parse(row.cited) }),
    ...(row.source === null ? {} : { source: sourceColumn.parse(row.source) }),
  }
}
