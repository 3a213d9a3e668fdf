import type { Selectable } from 'kysely'
import * as z from 'zod'
import { CommitmentId, CommitmentState } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { Nature, Reading } from '#core/draft/reading.ts'
import type { LedgerEntry } from '#core/ledger/ledger.ts'
import type { PlanId } from '#core/plan/plan.ts'
import type { Commitment as CommitmentRow } from '#server/db/types.gen.ts'

/** Columns of a ledger entry as they are stored. */
export const ENTRY_COLUMNS = [
  'id',
  'planId',
  'planTitle',
  'ref',
  'aspect',
  'finding',
  'measure',
  'sentence',
  'indicator',
  'reading',
  'nature',
  'leadersText',
  'leadOrgsText',
  'ownersText',
  'supportingOrgsText',
  'dueOn',
  'dueText',
  'state',
  'remark',
] as const satisfies readonly (keyof CommitmentRow)[]

// the columns hold what core made; the contract checks them on the way out
const idColumn = z.custom<CommitmentId>()
const planColumn = z.custom<PlanId>()
const readingColumn = z.custom<Reading>()
const natureColumn = z.custom<Nature | null>()
const dayColumn = z.custom<Day | null>()

/** The ledger entry of a row. */
export function entryOf(row: Pick<Selectable<CommitmentRow>, (typeof ENTRY_COLUMNS)[number]>): LedgerEntry {
  return {
    id: idColumn.parse(row.id),
    planId: planColumn.parse(row.planId),
    plan: row.planTitle,
    ref: row.ref,
    aspect: row.aspect,
    finding: row.finding,
    measure: row.measure,
    sentence: row.sentence,
    indicator: row.indicator,
    reading: readingColumn.parse(row.reading),
    nature: natureColumn.parse(row.nature),
    leaders: row.leadersText,
    leadOrgs: row.leadOrgsText,
    owners: row.ownersText,
    supportingOrgs: row.supportingOrgsText,
    dueOn: dayColumn.parse(row.dueOn),
    dueText: row.dueText,
    state: CommitmentState.parse(row.state),
    remark: row.remark,
  }
}
