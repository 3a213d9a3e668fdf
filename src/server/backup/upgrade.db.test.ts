import { expect, test } from 'vitest'
import { countRows, OLD_BACKUP, targetOfTest } from '#server/backup/drill.fixture.ts'
import { readManifest } from '#server/backup/manifest.ts'
import { restoreBackup } from '#server/backup/restore.ts'
import { openDatabase } from '#server/db/connect.ts'
import { countMissingMigrations } from '#server/db/migrate.ts'
import { compareKept, recomputeKept } from '#server/occurrence/every-jurisdiction.ts'
import { dayInShanghai } from '#server/platform/clock.ts'

test(
  'data of an earlier schema are brought forward: every row is there, the journal is whole, the ledger is what comes out anew',
  { timeout: 120_000 },
  async () => {
    const { tables, migrations } = await readManifest(OLD_BACKUP)
    expect(migrations.at(-1)?.name).toBe('0019_evidence_holder_rows.sql')
    const target = await targetOfTest(OLD_BACKUP)
    expect((await restoreBackup(target.order)).differing).toEqual([])
    expect(await countMissingMigrations(target.pool)).toBe(0)
    const rows = await countRows(target.pool)
    expect(tables.filter((table) => (rows[table.name] ?? 0) < table.rows).map(({ name }) => name)).toEqual([])
    const { db, close } = openDatabase({ connectionString: target.order.settings.databaseUrl ?? '' }, () => undefined)
    // rules of the ledger may have changed since: what is owed and done has not, and a recomputation brings the rows to where they belong
    const { commitments, differing } = await compareKept(db)
    expect(commitments).toBeGreaterThan(0)
    expect(differing.filter(({ changed, gone }) => changed + gone > 0)).toEqual([])
    await recomputeKept(db, dayInShanghai(target.order.now))
    expect((await compareKept(db)).differing).toEqual([])
    await close()
  },
)
