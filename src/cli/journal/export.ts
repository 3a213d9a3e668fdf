import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CliFailure, exitCodes } from '#cli/failure.ts'
import { withReachedDatabase } from '#cli/with-database.ts'
import { journalText } from '#server/journal/export.ts'
import { systemClock } from '#server/platform/clock.ts'
import { readSettings } from '#server/platform/settings.ts'

/** Writes every journal of the database into a file that is not there yet; where there are several jurisdictions each has its own, named behind the file's name. */
export async function exportJournal(output: string): Promise<void> {
  await withReachedDatabase(readSettings(process.env), async ({ db }) => {
    const jurisdictions = await db.selectFrom('jurisdiction').select('id').orderBy('id').execute()
    for (const { id } of jurisdictions) {
      const file = jurisdictions.length === 1 ? output : nameFor(output, id)
      await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((tx) => write(file, journalText(tx, id, systemClock())))
      process.stdout.write(`${file}\n`)
    }
  })
}

async function write(file: string, text: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(text), createWriteStream(file, { flags: 'wx', flush: true }))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('E'))) throw error
    throw new CliFailure(exitCodes.file, `无法写入 ${file}（${error.code}）`, `cannot write ${file} (${error.code})`)
  }
}

function nameFor(output: string, jurisdiction: string): string {
  const { dir, name, ext } = path.parse(output)
  return path.join(dir, `${name}-${jurisdiction}${ext}`)
}
