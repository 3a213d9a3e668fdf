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
} as const satisfies Partial<Record<LedgerColumn, string>>

/** Columns that hold several names: `names` as an array, `text` as shown. */
export const NAME_COLUMNS = {
  leaders: { names: 'leaders', text: 'leadersText' },
  leadOrgs: { names: 'leadOrgs', text: 'leadOrgsText' },
  owners: { names: 'owners', text: 'ownersText' },
  supportingOrgs: { names: 'supportingOrgs', text: 'supportingOrgsText' },
} as const satisfies Partial<Record<LedgerColumn, { names: string; text: string }>>

/** Columns that hold one word or day, null where a cell is empty; `text`: what a search looks in. */
export const CODE_COLUMNS = {
  nature: { code: 'nature', text: 'nature' },
  state: { code: 'state', text: 'state' },
  dueOn: { code: 'dueOn', text: 'dueText' },
} as const satisfies Partial<Record<LedgerColumn, { code: string; text: string }>>

export type TextColumn = keyof typeof TEXT_COLUMNS
export type NameColumn = keyof typeof NAME_COLUMNS

export function isTextColumn(column: LedgerColumn): column is TextColumn {
  return column in TEXT_COLUMNS
}

export function isNameColumn(column: LedgerColumn): column is NameColumn {
  return column in NAME_COLUMNS
}
