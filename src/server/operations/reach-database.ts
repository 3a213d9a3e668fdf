import { type Database, openDatabase } from '#server/db/connect.ts'
import { demandSecureLink } from '#server/db/secure-link.ts'
import { addressOf } from '#server/http/listen.ts'
import { claimDataFolder } from '#server/platform/data-folder.ts'
import type { Settings } from '#server/platform/settings.ts'
import { findRunning } from '#server/postgres/running.ts'
import { startEmbeddedPostgres } from '#server/postgres/supervisor.ts'

/** The database of an installation as a command reaches it. `isServed`: by a program that runs beside the command, or by an external server. */
export interface ReachedDatabase extends Database {
  readonly isServed: boolean
}

/**
 * Reaches the database of an installation without changing its schema: the external one; the embedded one of the program that runs; else the embedded one,
 * started for as long as the command takes. Throws a trouble where another process is just starting or stopping in the data folder.
 */
export async function reachDatabase(settings: Settings, onError: (error: Error) => void = () => undefined): Promise<ReachedDatabase> {
  if (settings.databaseUrl !== null) {
    demandSecureLink(settings.databaseUrl)
    return { ...openDatabase({ connectionString: settings.databaseUrl }, onError), isServed: true }
  }
  const running = await findRunning(settings.data)
  if (running !== null) return { ...openDatabase(running, onError), isServed: true }
  const claim = claimDataFolder(settings.data, addressOf(settings))
  try {
    const embedded = await startEmbeddedPostgres(settings.data, { archive: settings.archive })
    const database = openDatabase(embedded.connection, onError)
    return {
      ...database,
      isServed: false,
      async close() {
        await database.close()
        await embedded.stop()
        claim.release()
      },
    }
  } catch (error) {
    claim.release()
    throw error
  }
}
