import type { OperationNode } from 'kysely'
import type { Tx } from '#server/db/connect.ts'

type Compiled = { readonly toOperationNode: () => OperationNode }

/** The rows of each table that may be swapped as they stand, under an alias that is left alone. By their names in snake case. */
const KEPT: Readonly<Record<string, (tx: Tx, jurisdictionId: string) => Compiled>> = {
  occurrence: (tx, id) => tx.selectFrom('occurrence as rowKept').selectAll().where('jurisdictionId', '=', id),
  ledger_standing: (tx, id) => tx.selectFrom('ledgerStanding as rowKept').selectAll().where('jurisdictionId', '=', id),
  record_revision: (tx, id) => tx.selectFrom('recordRevision as rowKept').selectAll().where('jurisdictionId', '=', id),
  ledger_entry: (tx, id) => tx.selectFrom('ledgerEntry as rowKept').selectAll().where('jurisdictionId', '=', id),
  commitment: (tx, id) => tx.selectFrom('commitment as rowKept').selectAll().where('jurisdictionId', '=', id),
  counting: (tx, id) => tx.selectFrom('counting as rowKept').selectAll().where('jurisdictionId', '=', id),
  plan: (tx, id) => tx.selectFrom('plan as rowKept').selectAll().where('jurisdictionId', '=', id),
  question: (tx, id) => tx.selectFrom('question as rowKept').selectAll().where('jurisdictionId', '=', id),
  ruling: (tx, id) => tx.selectFrom('ruling as rowKept').selectAll().where('jurisdictionId', '=', id),
  evidence_link: (tx, id) => tx.selectFrom('evidenceLink as rowKept').selectAll().where('jurisdictionId', '=', id),
  journal_entry: (tx, id) => tx.selectFrom('journalEntry as rowKept').selectAll().where('jurisdictionId', '=', id),
  dispatch: (tx, id) => tx.selectFrom('dispatch as rowKept').selectAll().where('jurisdictionId', '=', id),
  light_setting: (tx, id) => tx.selectFrom('lightSetting as rowKept').selectAll().where('jurisdictionId', '=', id),
  register: (tx, id) => tx.selectFrom('register as rowKept').selectAll().where('jurisdictionId', '=', id),
}

/** The rows of a table as they stand. */
export function keptOf(tx: Tx, jurisdictionId: string, table: string): Compiled {
  const kept = KEPT[table]
  if (kept === undefined) throw new Error(`${table} cannot be read as it stands`)
  return kept(tx, jurisdictionId)
}
