import type { Selectable } from 'kysely'
import * as z from 'zod'
import { CommitmentId, CommitmentState } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { Nature } from '#core/draft/reading.ts'
import type { LedgerEntry } from '#core/ledger/ledger.ts'
import type { PlanId } from '#core/plan/plan.ts'
import type { LedgerEntry as EntryRow } from '#server/db/types.gen.ts'
import { type StandingRow, standingIn } from '#server/ledger/standing-rows.ts'

/** Columns of a ledger entry as they are stored. */
export const ENTRY_COLUMNS = [
  'commitmentId',
  'planId',
  'planTitle',
  'ref',
  'aspect',
  'finding',
  'measure',
  'sentence',
  'indicator',
  'nature',
  'leadersText',
  'leadOrgsText',
  'ownersText',
  'supportingOrgsText',
  'dueOn',
  'dueText',
  'closure',
  'dispatch',
  'responsibility',
  'state',
  'remark',
  'progressWords',
  'originalDue',
  'extendedTo',
  'extensions',
  'amended',
  'reminders',
  'remindedOn',
] as const satisfies readonly (keyof EntryRow)[]

// the columns hold what core made; the contract checks them on the way out
const idColumn = z.custom<CommitmentId>()
const planColumn = z.custom<PlanId>()
const natureColumn = z.custom<Nature | null>()
const closureColumn = z.custom<LedgerEntry['closure']>()
const dispatchColumn = z.custom<LedgerEntry['dispatch']>()
const dayColumn = z.custom<Day | null>()

/** A ledger entry without the reading behind it, which only screens need. */
export type PlainEntry = Omit<LedgerEntry, 'reading'>

/** The ledger entry of a row. */
export function entryOf(
  row: Pick<Selectable<EntryRow>, (typeof ENTRY_COLUMNS)[number]> &
    StandingRow & { readonly files: number | null; readonly corrected: readonly string[] | null },
): PlainEntry {
  return {
    id: idColumn.parse(row.commitmentId),
    planId: planColumn.parse(row.planId),
    plan: row.planTitle,
    ref: row.ref,
    aspect: row.aspect,
    finding: row.finding,
    measure: row.measure,
    sentence: row.sentence,
    indicator: row.indicator,
    nature: natureColumn.parse(row.nature),
    leaders: row.leadersText ?? '',
    leadOrgs: row.leadOrgsText ?? '',
    owners: row.ownersText ?? '',
    supportingOrgs: row.supportingOrgsText ?? '',
    dueOn: dayColumn.parse(row.dueOn),
    dueText: row.dueText,
    closure: closureColumn.parse(row.closure),
    dispatch: dispatchColumn.parse(row.dispatch),
    responsibility: row.responsibility,
    state: CommitmentState.parse(row.state),
    standing: standingIn(row),
    evidence: row.files ?? 0,
    corrected: row.corrected ?? [],
    course: {
      progress: row.progressWords,
      originalDue: dayColumn.parse(row.originalDue),
      extendedTo: dayColumn.parse(row.extendedTo),
      extensions: row.extensions,
      amended: row.amended,
      reminders: row.reminders,
      remindedOn: dayColumn.parse(row.remindedOn),
    },
    remark: row.remark,
  }
}
