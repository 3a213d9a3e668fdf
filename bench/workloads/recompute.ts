import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { meterOf, meterOfDatabase, peakMemoryOf } from '#bench/cpu.ts'
import type { RecordWorld } from '#bench/record-world.ts'
import type { Figure } from '#bench/workload.ts'

const program = fileURLToPath(new URL('../../bin/xiaohao.mjs', import.meta.url))
const SAMPLE_MS = 100
const PORTION = 1000
const BOUND = 4
const FLAT = 1.5

/** `xiaohao ledger recompute` from nothing, command and database together, beside one sequential read and write of the same rows by a bare client. */
export async function measureRecompute(world: RecordWorld): Promise<Figure[]> {
  const database = await meterOfDatabase(world.database.pool)
  const ours = await recompute(world, database)
  const bare = await readAndWrite(world, database, written)
  return [
    { name: 'recompute.cpu', value: ours.cpu / 1000, unit: 's', bound: null },
    { name: 'recompute.byHand', value: bare / 1000, unit: 's', bound: null },
    { name: 'recompute.ratio', value: ours.cpu / bare, unit: '×', bound: BOUND },
    { name: 'recompute.time', value: ours.time / 1000, unit: 's', bound: null },
    { name: 'recompute.peakMemory', value: ours.peak, unit: 'MB', bound: null },
    // the most it ever held beside the most of its first quarter
    { name: 'recompute.memoryGrowth', value: ours.peak / ours.early, unit: '×', bound: FLAT },
    { name: 'recompute.progressLines', value: ours.lines, unit: '', bound: null },
  ]
}

async function recompute({ url, commitments }: RecordWorld, database: () => number) {
  const [before, start] = [database(), performance.now()]
  const child = spawn(process.execPath, [program, 'ledger', 'recompute'], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const own = meterOf(child.pid ?? 0)
  let [cpu, peak, early, lines, done] = [0, 0, 0, 0, 0]
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const told = [...text.matchAll(/^(\d+)\/\d+/gm)]
    lines += told.length
    done = Number(told.at(-1)?.[1] ?? done)
  })
  const sampler = setInterval(() => {
    if (child.exitCode !== null) return
    cpu = Math.max(cpu, own())
    peak = Math.max(peak, peakMemoryOf(child.pid ?? 0))
    if (done <= commitments / 4) early = peak
  }, SAMPLE_MS)
  const [code] = await once(child, 'exit')
  clearInterval(sampler)
  if (code !== 0) throw new Error(`xiaohao ledger recompute ended with ${code}`)
  return { cpu: cpu + database() - before, time: performance.now() - start, peak, early, lines }
}

/** What it wrote, each with the columns in their order. */
const written: readonly Written[] = [
  { table: 'occurrence' },
  { table: 'credit' },
  { table: 'ledger_standing' },
  { table: 'counting_clock' },
]

/** Rows that were written: all of a table, or those of which something holds. */
interface Written {
  readonly table: string
  readonly where?: string
}

/** Reads rules and records from end to end, and writes what was written into tables like its own; portion by portion, each in a transaction. */
export async function readAndWrite(
  { url, database: { pool } }: RecordWorld,
  database: () => number,
  rows: readonly Written[],
): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let cpu = 0
  const measured = async (work: () => Promise<void>): Promise<void> => {
    const before = database() + ownCpu()
    await work()
    cpu += database() + ownCpu() - before
  }
  for (const table of ['counting', 'record_revision'] as const) await measured(async () => readAll(client, table))
  for (const { table, where = 'true' } of rows) {
    await pool.query(`CREATE TABLE by_hand_${table} (LIKE ${table} INCLUDING ALL)`)
    if (table === 'credit') await pool.query(REFERENCE)
    await client.query('BEGIN')
    await client.query(`DECLARE source CURSOR WITH HOLD FOR SELECT * FROM ${table} WHERE ${where}`)
    await client.query('COMMIT')
    for (;;) {
      const { rows: portion } = await client.query<Record<string, unknown>>(`FETCH ${PORTION} FROM source`)
      if (portion.length === 0) break
      await measured(async () => {
        await client.query('BEGIN')
        await client.query(`INSERT INTO by_hand_${table} SELECT * FROM jsonb_populate_recordset(NULL::by_hand_${table}, $1)`, [
          JSON.stringify(portion),
        ])
        await client.query('COMMIT')
      })
    }
    await client.query('CLOSE source')
  }
  for (const { table } of rows.toReversed()) await pool.query(`DROP TABLE by_hand_${table} CASCADE`)
  await client.end()
  return cpu
}

const REFERENCE = `ALTER TABLE by_hand_credit ADD FOREIGN KEY (jurisdiction_id, commitment_id, subject, period)
  REFERENCES by_hand_occurrence (jurisdiction_id, commitment_id, subject, period)`

async function readAll(client: pg.Client, table: string): Promise<void> {
  await client.query('BEGIN')
  await client.query(`DECLARE source CURSOR FOR SELECT * FROM ${table}`)
  while ((await client.query(`FETCH ${PORTION} FROM source`)).rows.length > 0);
  await client.query('COMMIT')
}

function ownCpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
