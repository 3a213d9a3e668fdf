import { sql } from 'kysely'
import type { ClosureLevel } from '#core/closure/closure.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { loadScope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { SigningAccount } from '#server/closure/doers.ts'
import type { Tx } from '#server/db/connect.ts'

/** So many are asked about in one statement. */
const AT_ONCE = 50

/** Of whom it matters whether they see: those who may decide at a level, and who is asked besides. */
export function whoDecides(levels: readonly ClosureLevel[], besides: readonly string[] = []): (signer: SigningAccount) => boolean {
  return ({ account, post }) =>
    besides.includes(account) ||
    levels.some((level) => (level.accounts.length === 0 ? level.post === post : level.accounts.includes(account)))
}

/** Signers with whether they see the commitment: the office and leaders see the ledger, of a unit those whose row it is. `matters`: of the others it is not looked up. */
export async function withSight(
  tx: Tx,
  { jurisdictionId, asOf }: { readonly jurisdictionId: string; readonly asOf: Day },
  commitment: CommitmentId,
  signers: readonly SigningAccount[],
  matters: (signer: SigningAccount) => boolean,
): Promise<readonly SigningAccount[]> {
  const asked = signers.filter((signer) => signer.post === 'unit' && matters(signer))
  const blind = new Set<string>()
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    const some = asked.slice(start, start + AT_ONCE)
    const conditions = []
    for (const { account: accountId, post, parties } of some) {
      const person = parties.find((party) => party.startsWith('person:'))?.slice('person:'.length) ?? null
      const scope = await loadScope(tx, { jurisdictionId, accountId, post, person, mode: 'service' }, asOf)
      conditions.push(isSeenCommitment(tx, scope, sql<string>`${commitment}::uuid`))
    }
    const { rows } = await sql<{ seen: boolean[] }>`select array[${sql.join(conditions)}]::boolean[] as seen`.execute(tx)
    for (const [index, { account }] of some.entries()) if (rows[0]?.seen[index] !== true) blind.add(account)
  }
  return signers.map((signer) => (blind.has(signer.account) ? { ...signer, isSeeing: false } : signer))
}
