import { type RawBuilder, sql } from 'kysely'
import type { LedgerColumn } from '#core/ledger/ledger.ts'

/** Columns of the ledger that hold text, '' where a cell is empty, and where they are stored. */
export const TEXT_COLUMNS = {
  ref: 'ref',
  plan: 'planTitle',
  aspect: 'aspect',
  finding: 'finding',
  measure: 'measure',
  sentence: 'sentence',
  indicator: 'indicator',
  remark: 'remark',
  responsibility: 'responsibility',
} as const satisfies Partial<Record<LedgerColumn, string>>

/** Columns that hold several names: `names` as an array, `text` as shown. */
export const NAME_COLUMNS = {
  leaders: { names: 'leaders', text: 'leadersText' },
  leadOrgs: { names: 'leadOrgs', text: 'leadOrgsText' },
  owners: { names: 'owners', text: 'ownersText' },
  supportingOrgs: { names: 'supportingOrgs', text: 'supportingOrgsText' },
} as const satisfies Partial<Record<LedgerColumn, { names: string; text: string }>>

/** Columns that hold a number, null where a cell is empty: of `done` and `pace` the share of what is required. */
export const NUMBER_COLUMNS = {
  // in words what `done` says as a share
  headway: sql<string | null>`progress`,
  evidence: sql<number | null>`nullif(files, 0)`,
  done: sql<string | null>`progress`,
  owed: sql<string | null>`owed`,
  // of a share in % pace counts things, not percent
  pace: sql<string | null>`case when unit in ('%', '‰') then null else pace / nullif(required, 0) end`,
  arrears: sql<number | null>`nullif(arrears, 0)`,
} as const satisfies Partial<Record<LedgerColumn, RawBuilder<unknown>>>

/** Columns that hold one word or day, null where a cell is empty; `text`: what a search looks in. */
export const CODE_COLUMNS = {
  nature: { code: 'nature', text: 'nature' },
  closure: { code: 'closure', text: 'closure' },
  dispatch: { code: 'dispatch', text: 'dispatch' },
  state: { code: 'state', text: 'state' },
  dueOn: { code: 'dueOn', text: 'dueText' },
  light: { code: 'light', text: 'light' },
  latestSafeDay: { code: 'latestSafeDay', text: 'latestSafeDay' },
} as const satisfies Partial<Record<LedgerColumn, { code: string; text: string }>>

export type TextColumn = keyof typeof TEXT_COLUMNS
export type NameColumn = keyof typeof NAME_COLUMNS
type NumberColumn = keyof typeof NUMBER_COLUMNS

export function isTextColumn(column: LedgerColumn): column is TextColumn {
  return column in TEXT_COLUMNS
}

export function isNameColumn(column: LedgerColumn): column is NameColumn {
  return column in NAME_COLUMNS
}

export function isNumberColumn(column: LedgerColumn): column is NumberColumn {
  return column in NUMBER_COLUMNS
}
