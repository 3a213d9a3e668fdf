import { CliFailure, exitCodes } from '#cli/failure.ts'
import type { Database } from '#server/db/connect.ts'
import { openOwnDatabase } from '#server/db/open-own.ts'
import { addressOf } from '#server/http/listen.ts'
import { claimDataFolder } from '#server/platform/data-folder.ts'
import type { Settings } from '#server/platform/settings.ts'
import { Trouble } from '#server/platform/trouble.ts'

/** Opens the installation's database for a command and closes it again. The embedded one must not be in use: the program is stopped first. */
export async function withDatabase<T>(settings: Settings, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    const claim = settings.databaseUrl === null ? claimDataFolder(settings.data, addressOf(settings)) : null
    try {
      const database = await openOwnDatabase(settings, () => undefined)
      try {
        return await work(database)
      } finally {
        await database.close()
      }
    } finally {
      claim?.release()
    }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    const { what } = error
    throw new CliFailure(exitCodes.file, `${what.zh}${error.where}`, `${what.en} ${error.where}`)
  }
}
