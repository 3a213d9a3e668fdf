import type { Instant } from '#core/day/day.ts'
import { type JournalReport, makeVerifier, type Verifier, type VerifyParts } from '#core/journal/verify.ts'
import type { Db } from '#server/db/connect.ts'
import { journalLines } from '#server/journal/lines.ts'
import { isSignedBy } from '#server/journal/signer.ts'
import { journalHash, sm3 } from '#server/journal/sm3.ts'

/** A verifier of journals with the hash and signature of this program. */
export function makeOurVerifier({ trusted, witnessed }: Pick<VerifyParts, 'trusted' | 'witnessed'>): Verifier {
  return makeVerifier({ tree: journalHash, digest: sm3, isSigned: isSignedBy, trusted, witnessed })
}

/** Verifies every journal of a database as it stands, one report a jurisdiction. */
export async function verifyStored(
  db: Db,
  now: Instant,
  { trusted = null, witnessed = [] }: Partial<Pick<VerifyParts, 'trusted' | 'witnessed'>> = {},
): Promise<ReadonlyMap<string, JournalReport>> {
  const reports = new Map<string, JournalReport>()
  const jurisdictions = await db.selectFrom('jurisdiction').select('id').orderBy('id').execute()
  for (const { id } of jurisdictions) {
    const verifier = makeOurVerifier({ trusted, witnessed: witnessed.filter(({ jurisdiction }) => jurisdiction === id) })
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        for await (const line of journalLines(tx, id, now)) verifier.take(line)
      })
    reports.set(id, verifier.end())
  }
  return reports
}
