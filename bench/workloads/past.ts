import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { type Meter, meterOf, meterOfDatabase, peakMemoryOf } from '#bench/cpu.ts'
import { openRecordWorld, type RecordWorld } from '#bench/record-world.ts'
import { type Served, serve } from '#bench/served.ts'
import { type Figure, median } from '#bench/workload.ts'
import { readAndWrite } from '#bench/workloads/recompute.ts'

const COMMITMENTS = 100_000
const RECORDS = 1_000_000
const STEP_MS = 250
const LATEST_MS = 1_800_000
const TIMES = 5
/** Times one sequential read and write of the same rows. */
const BOUND = 6

const Answer = z.object({ stood: z.object({ progress: z.number().nullable() }), total: z.number() })

/** The ledger of a past day, as it is known now and as it was known: 100,000 commitments over 1,000,000 records (`XIAOHAO_BENCH_PART=0.1`: a tenth of both). */
export async function pastWorkload(): Promise<Figure[]> {
  const part = Number(process.env['XIAOHAO_BENCH_PART'] ?? 1)
  const world = await openRecordWorld({ commitments: COMMITMENTS * part, records: RECORDS * part })
  try {
    return await measurePast(world)
  } finally {
    await world.close()
  }
}

/** Asks the whole program for a day of the past, waits for the job, and asks for what the page shows; beside it one read and write of the same rows by a bare client. */
async function measurePast(world: RecordWorld): Promise<Figure[]> {
  const { pool } = world.database
  await pool.query(`INSERT INTO former_terms (jurisdiction_id, commitment_id, known_from, terms, counting)
    SELECT jurisdiction_id, commitment_id, '2000-01-01', terms, to_jsonb(counting) FROM counting`)
  await pool.query(`INSERT INTO occurrence_clock VALUES ($1, (now() AT TIME ZONE 'Asia/Shanghai')::date) ON CONFLICT DO NOTHING`, [
    world.jurisdictionId,
  ])
  for (const table of ['former_terms', 'ledger_entry']) await pool.query(`VACUUM ANALYZE ${table}`)
  const { rows } = await pool.query<{ asOf: string; now: string }>(
    `SELECT (current_date - 30)::text AS "asOf", to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`,
  )
  const [{ asOf, now } = { asOf: '', now: '' }] = rows
  const database = await meterOfDatabase(pool)
  const served = await serve(world.url)
  try {
    const own = meterOf(served.pid)
    const cpu: Meter = () => own() + database()
    const known = await measureMoment(served, cpu, { asOf, knownAt: null }, 'past')
    const then = await measureMoment(served, cpu, { asOf, knownAt: now }, 'pastKnown')
    const edition = `edition = (SELECT id FROM ledger_edition WHERE known_at IS NULL AND state = 'done')`
    const bare = await readAndWrite(world, database, [
      { table: 'past_occurrence', where: edition },
      { table: 'ledger_standing', where: edition },
    ])
    return [
      ...known.figures,
      ...then.figures,
      { name: 'past.byHand', value: bare / 1000, unit: 's', bound: null },
      { name: 'past.ratio', value: known.cpu / bare, unit: '×', bound: BOUND },
      { name: 'pastKnown.ratio', value: then.cpu / bare, unit: '×', bound: BOUND },
      { name: 'past.peakMemory', value: peakMemoryOf(served.pid), unit: 'MB', bound: null },
    ]
  } finally {
    await served.stop()
  }
}

interface Moment {
  readonly asOf: string
  readonly knownAt: string | null
}

async function measureMoment(
  { ask }: Served,
  cpu: Meter,
  moment: Moment,
  name: string,
): Promise<{ readonly cpu: number; readonly figures: readonly Figure[] }> {
  const view = { plan: null, filters: [], sort: [], groupBy: null, ...moment }
  const page = async () => Answer.parse(await ask('POST', '/ledger/window', { view, offset: 0, limit: 50 }))
  const [before, start] = [cpu(), performance.now()]
  let { stood } = await page()
  const first = performance.now() - start
  const told = new Set([stood.progress])
  const waits: number[] = []
  while (stood.progress !== null) {
    if (performance.now() - start > LATEST_MS) throw new Error(`${name} is not worked out`)
    await sleep(STEP_MS)
    const asked = performance.now()
    stood = (await page()).stood
    waits.push(performance.now() - asked)
    told.add(stood.progress)
  }
  const [spent, time] = [cpu() - before, performance.now() - start]
  const shown = await medianTime(page)
  const counts = await medianTime(() => ask('POST', '/ledger/counts', { view, by: 'leadOrgs' }))
  return {
    cpu: spent,
    figures: [
      { name: `${name}.asked`, value: first, unit: 'ms', bound: null },
      { name: `${name}.askedMeanwhile`, value: median(waits), unit: 'ms', bound: null },
      { name: `${name}.time`, value: time / 1000, unit: 's', bound: null },
      { name: `${name}.cpu`, value: spent / 1000, unit: 's', bound: null },
      { name: `${name}.toldProgress`, value: told.size - 1, unit: '', bound: null },
      { name: `${name}.page`, value: shown, unit: 'ms', bound: null },
      { name: `${name}.counts`, value: counts, unit: 'ms', bound: null },
    ],
  }
}

async function medianTime(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return median(taken)
}
