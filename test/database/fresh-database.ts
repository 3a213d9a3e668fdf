import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '#server/db/connect.ts'
import { SUPERUSER } from '#server/postgres/initialise.ts'

/** An empty, migrated database of its own, connected as the program's role. Close it when done. */
export async function freshDatabase(): Promise<Database> {
  const server = inject('server')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE template OWNER xiaohao STRATEGY FILE_COPY`)
  const database = openDatabase({ ...server, user: 'xiaohao', database: name }, () => undefined)
  return {
    ...database,
    async close() {
      await database.close()
      await asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

async function asSuperuser(command: string): Promise<void> {
  const client = new pg.Client({ ...inject('server'), user: SUPERUSER, database: 'postgres' })
  await client.connect()
  try {
    await client.query(command)
  } finally {
    await client.end()
  }
}
