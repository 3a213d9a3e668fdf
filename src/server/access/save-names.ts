import type { Tx } from '#server/db/connect.ts'
import { inParts } from '#server/org/in-parts.ts'

/** The names of those responsible in a row of the ledger. */
interface Named {
  readonly leadOrgs: readonly string[]
  readonly supportingOrgs: readonly string[]
  readonly leaders: readonly string[]
  readonly owners: readonly string[]
}

/** Keeps the names that rows of the ledger give, for `loadScope`. Whoever writes rows calls it. */
export async function saveLedgerNames(tx: Tx, jurisdictionId: string, entries: readonly Named[]): Promise<void> {
  const units = new Set(entries.flatMap(({ leadOrgs, supportingOrgs }) => [...leadOrgs, ...supportingOrgs]))
  const leaders = new Set(entries.flatMap((entry) => [...entry.leaders, ...entry.owners]))
  const rows = [
    ...[...units].map((name) => ({ jurisdictionId, role: 'unit', name })),
    ...[...leaders].map((name) => ({ jurisdictionId, role: 'leader', name })),
  ]
  for (const some of inParts(rows))
    await tx
      .insertInto('ledgerName')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
