import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { lintPlacement } from '#server/db/lint-placement.ts'
import { openOwnDatabase } from '#server/db/open-own.ts'
import { placement } from '#server/db/placement.ts'
import { SUPERUSER } from '#server/postgres/initialise.ts'

/** An empty database of the test server, as an operator would name it. */
async function externalUrl(): Promise<string> {
  const { host, port } = inject('server')
  const name = `external_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ host, port, user: SUPERUSER, database: 'postgres' })
  await client.connect()
  await client.query(`CREATE DATABASE ${name} OWNER xiaohao`)
  onTestFinished(async () => {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await client.end()
  })
  return `postgres://xiaohao@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
}

const ignore = () => undefined

test('an external database is migrated, and found again', async () => {
  const settings = { data: '/nowhere', databaseUrl: await externalUrl() }
  const first = await openOwnDatabase(settings, ignore)
  expect(await lintPlacement(first.pool, placement)).toEqual([])
  await first.close()
  const second = await openOwnDatabase(settings, ignore)
  await expect(second.pool.query('DELETE FROM journal_entry')).rejects.toMatchObject({ code: '42501' })
  await second.close()
})

test('one that is not there is named without its password', async () => {
  const opening = openOwnDatabase({ data: '/nowhere', databaseUrl: 'postgres://someone:canary@127.0.0.1:1/none' }, ignore)
  await expect(opening).rejects.toMatchObject({ name: 'Trouble', where: 'postgres://someone:…@127.0.0.1:1/none' })
})
