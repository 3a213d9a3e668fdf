import { inWords } from '#cli/in-words.ts'
import type { Database } from '#server/db/connect.ts'
import { openOwnDatabase } from '#server/db/open-own.ts'
import { addressOf } from '#server/http/listen.ts'
import { reachDatabase } from '#server/operations/reach-database.ts'
import { claimDataFolder } from '#server/platform/data-folder.ts'
import type { Settings } from '#server/platform/settings.ts'

/** Opens the installation's database for a command that writes, and closes it again. The embedded one must not be in use: the program is stopped first. */
export async function withDatabase<T>(settings: Settings, work: (database: Database) => Promise<T>): Promise<T> {
  return inWords(async () => {
    const claim = settings.databaseUrl === null ? claimDataFolder(settings.data, addressOf(settings)) : null
    try {
      return await closing(await openOwnDatabase(settings, () => undefined), work)
    } finally {
      claim?.release()
    }
  })
}

/** Opens the installation's database for a command that reads, whether the program runs or not. */
export async function withReachedDatabase<T>(settings: Settings, work: (database: Database) => Promise<T>): Promise<T> {
  return inWords(async () => closing(await reachDatabase(settings), work))
}

async function closing<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
