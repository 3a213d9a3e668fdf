import { daysOf } from '#core/period-lock/decisions.ts'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import { QuarterReport, ReportWords } from '#core/quarter-report/quarter-report.ts'
import type { Tx } from '#server/db/connect.ts'

/** So many characters of the digest are printed. */
const CODE = 16

/** 核验码: what is printed of the digest of a report's figures. */
export function codeOf(digest: string): string {
  return digest.slice(0, CODE)
}

/** What the office wrote for a quarter; version 0: nothing yet. */
export async function loadWords(
  tx: Tx,
  jurisdictionId: string,
  { year, quarter }: Quarter,
): Promise<{ readonly version: number; readonly words: ReportWords }> {
  const row = await tx
    .selectFrom('quarterReportWords')
    .select(['version', 'words'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('year', '=', year)
    .where('quarter', '=', quarter)
    .executeTakeFirst()
  return row
    ? { version: row.version, words: ReportWords.parse(row.words) }
    : { version: 0, words: { to: '', arrangement: '', difficulties: '', next: '' } }
}

/** The reports that were issued for a quarter, the last first. */
export async function loadReports(tx: Tx, jurisdictionId: string, { year, quarter }: Quarter): Promise<readonly QuarterReport[]> {
  const rows = await tx
    .selectFrom('quarterReport')
    .innerJoin('periodLock', (join) =>
      join.onRef('periodLock.jurisdictionId', '=', 'quarterReport.jurisdictionId').onRef('periodLock.id', '=', 'quarterReport.lockId'),
    )
    .select(['quarterReport.id', 'quarterReport.digest', 'issuedAt', 'issuedByName', 'lockedAt', 'unlockedAt'])
    .where('quarterReport.jurisdictionId', '=', jurisdictionId)
    .where('periodLock.jurisdictionId', '=', jurisdictionId)
    .where('year', '=', year)
    .where('quarter', '=', quarter)
    .orderBy('issuedAt', 'desc')
    .execute()
  return rows.map((row) =>
    QuarterReport.parse({
      id: row.id,
      quarter: { year, quarter },
      asOf: daysOf({ year, quarter }).to,
      knownAt: row.lockedAt,
      issuedAt: row.issuedAt,
      issuedBy: row.issuedByName,
      code: codeOf(row.digest),
      isTakenBack: row.unlockedAt !== null,
    }),
  )
}
