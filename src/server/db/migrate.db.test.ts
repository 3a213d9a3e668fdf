import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { migrate } from '#server/db/migrate.ts'
import { freshDatabase } from '#test/database/fresh-database.ts'

const { pool, close } = await freshDatabase()
afterAll(close)

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync('/tmp/xiaohao-migrations-')
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, sql] of Object.entries(files)) writeFileSync(path.join(folder, name), sql)
  return folder
}

async function forget(): Promise<void> {
  await pool.query("DELETE FROM migration WHERE name LIKE '9%'")
}

test('the applied ones are not applied again', async () => {
  const applied = () => pool.query('SELECT name, applied_at FROM migration ORDER BY name').then(({ rows }) => rows)
  const before = await applied()
  await migrate(pool)
  expect(await applied()).toEqual(before)
})

test('several programs at once apply each migration once', async () => {
  await pool.query('DELETE FROM migration')
  const folder = folderOf({ '9001_a.sql': 'CREATE TABLE once (id integer)' })
  await Promise.all([migrate(pool, folder), migrate(pool, folder), migrate(pool, folder)])
  const { rows } = await pool.query('SELECT name FROM migration')
  expect(rows).toEqual([{ name: '9001_a.sql' }])
})

test('a migration that fails leaves nothing behind', async () => {
  await forget()
  const folder = folderOf({ '9002_b.sql': 'CREATE TABLE half (id integer); SELECT 1 / 0' })
  await expect(migrate(pool, folder)).rejects.toThrow('9002_b.sql')
  const { rows } = await pool.query("SELECT to_regclass('half') AS found")
  expect(rows).toEqual([{ found: null }])
})

test('a changed migration is refused', async () => {
  await forget()
  await migrate(pool, folderOf({ '9003_c.sql': 'SELECT 1' }))
  await expect(migrate(pool, folderOf({ '9003_c.sql': 'SELECT 2' }))).rejects.toThrow('changed')
})

test('data of a newer program are refused', async () => {
  await forget()
  await migrate(pool, folderOf({ '9004_d.sql': 'SELECT 1' }))
  await expect(migrate(pool, folderOf({}))).rejects.toThrow('newer')
})
