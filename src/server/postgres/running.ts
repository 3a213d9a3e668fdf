import path from 'node:path'
import pg from 'pg'
import { ROLE } from '#server/postgres/make-database.ts'
import { PORT } from '#server/postgres/launch.ts'
import { findPlace } from '#server/postgres/place.ts'
import { socketFolderOf } from '#server/postgres/socket-folder.ts'
import type { EmbeddedPostgres } from '#server/postgres/supervisor.ts'

/** How to reach the embedded server of a data folder that another process keeps running; null where none answers. */
export async function findRunning(data: string): Promise<EmbeddedPostgres['connection'] | null> {
  const place = findPlace(path.resolve(data))
  if (place === null) return null
  const connection = { host: socketFolderOf(place), port: PORT, user: ROLE, database: ROLE }
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return connection
  } catch {
    return null
  } finally {
    await client.end()
  }
}
