import { renamedFindings, type Restanding } from '#core/revision/renamed-findings.ts'
import type { Tx } from '#server/db/connect.ts'
import { findingKey } from '#server/finding/key.ts'

/** The words a commitment stands under in the ledger. */
interface Standing {
  readonly commitmentId: string
  readonly aspect: string
  readonly finding: string
}

/** The words under which the commitments of a plan stand. */
export async function loadStandings(tx: Tx, jurisdictionId: string, planId: string): Promise<readonly Standing[]> {
  return tx
    .selectFrom('ledgerEntry')
    .select(['commitmentId', 'aspect', 'finding'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .execute()
}

/** What was claimed and done about a finding stays with it where a new document words it otherwise: findings are known by their words. `before`: as it stood. */
export async function followFindings(tx: Tx, jurisdictionId: string, planId: string, before: readonly Standing[]): Promise<void> {
  const now = new Map((await loadStandings(tx, jurisdictionId, planId)).map((each) => [each.commitmentId, each]))
  const all = before.flatMap((was): Restanding[] => {
    const is = now.get(was.commitmentId)
    return is === undefined ? [] : [{ before: findingKey(was.aspect, was.finding), after: findingKey(is.aspect, is.finding) }]
  })
  for (const [from, to] of renamedFindings(all))
    for (const table of ['findingStep', 'claim'] as const)
      await tx
        .updateTable(table)
        .set({ finding: to })
        .where('jurisdictionId', '=', jurisdictionId)
        .where('planId', '=', planId)
        .where('finding', '=', from)
        .execute()
}
