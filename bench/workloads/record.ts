import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import * as z from 'zod'
import { rowsOf, writeByHand } from '#bench/by-hand.ts'
import { type Meter, meterOf, meterOfDatabase } from '#bench/cpu.ts'
import type { RecordWorld } from '#bench/record-world.ts'
import { serve, type Served } from '#bench/served.ts'
import type { Figure } from '#bench/workload.ts'

const ROUNDS = 6
const TURNS = 50
/** A program in use has its code, plans and caches warm. */
const WARM = 400
const IDLE_MS = 4000
const BOUND = 6

const Written = z.object({
  record: z.object({ id: z.string(), revision: z.number() }),
  credited: z.array(z.object({ counts: z.boolean() })),
})

/** CPU of what writing a record costs over HTTP, server and database together, beside the same rows written by a bare client. */
export async function measureRecords(world: RecordWorld): Promise<Figure[]> {
  const served = await serve(world.url)
  const client = new pg.Client({ connectionString: world.url })
  try {
    await client.connect()
    const database = await meterOfDatabase(world.database.pool)
    const cpu = {
      product: sumOf(meterOf(served.pid), database),
      bare: sumOf(() => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000, database),
    }
    let turn = 0
    // one department after the other, as they would
    const next = (): string => world.orgs[turn++ % world.orgs.length] ?? ''
    const enter = (register: keyof typeof values) => async (): Promise<string> =>
      entered(await served.ask('POST', `/registers/${register}/records`, entryOf(next(), values[register])))
    const figures = [
      ...(await compare(world, { name: 'record.enter', cpu, client, act: enter('study-session'), accepts: false })),
      // the three hold for the whole court: their occurrences are made of all of its records
      ...(await compare(world, { name: 'record.enterWide', cpu, client, act: enter('warning-education'), accepts: false })),
    ]
    const ids: string[] = []
    while (ids.length < ROUNDS * TURNS + WARM) ids.push(await enter('study-session')())
    const accept = async (): Promise<string> => accepted(served, ids.pop() ?? '')
    figures.push(...(await compare(world, { name: 'record.accept', cpu, client, act: accept, accepts: true })))
    return figures
  } finally {
    await client.end()
    await served.stop()
  }
}

interface Compared {
  readonly name: string
  readonly cpu: { readonly product: Meter; readonly bare: Meter }
  readonly client: pg.Client
  /** Writes one record over HTTP and names it. */
  readonly act: () => Promise<string>
  /** It is the next revision of one that stands. */
  readonly accepts: boolean
}

async function compare(
  { database: { pool }, jurisdictionId }: RecordWorld,
  { name, cpu, client, act, accepts }: Compared,
): Promise<Figure[]> {
  let last = ''
  for (let turn = 0; turn < WARM; turn++) last = await act()
  const left = await rowsOf(pool, jurisdictionId, last)
  const byHand = await inTurn(WARM, () => writeByHand(client, left, null))
  const ready = accepts ? await inTurn(ROUNDS * TURNS, () => writeByHand(client, left, null)) : []
  const idle = await idleOf(cpu.product)
  let [product, bare] = [0, 0]
  // in turns: what else the machine does weighs on both
  for (let round = 0; round < ROUNDS; round++) {
    product += await costOf(cpu.product, idle, act)
    bare += await costOf(cpu.bare, 0, async () => byHand.push(await writeByHand(client, left, ready.pop() ?? null)))
  }
  await forget(pool, jurisdictionId, byHand)
  return [
    { name: `${name}.cpu`, value: product / ROUNDS, unit: 'ms', bound: null },
    { name: `${name}.byHand`, value: bare / ROUNDS, unit: 'ms', bound: null },
    { name: `${name}.ratio`, value: product / bare, unit: '×', bound: BOUND },
  ]
}

async function inTurn<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const found: T[] = []
  for (let turn = 0; turn < times; turn++) found.push(await work())
  return found
}

/** What is written by hand must not weigh on what comes after. */
async function forget(pool: pg.Pool, jurisdictionId: string, records: readonly string[]): Promise<void> {
  for (const [table, column] of [
    ['credit', 'record_id'],
    ['record_party', 'record_id'],
    ['record_revision', 'id'],
  ] as const)
    await pool.query(`DELETE FROM ${table} WHERE jurisdiction_id = $1 AND ${column} = ANY($2)`, [jurisdictionId, records])
}

/** CPU a millisecond of what the program and the database do while nobody asks. */
async function idleOf(meter: Meter): Promise<number> {
  const before = meter()
  await sleep(IDLE_MS)
  return (meter() - before) / IDLE_MS
}

/** CPU of one turn; what is taken while nobody asks is taken off. */
async function costOf(meter: Meter, idle: number, work: () => Promise<unknown>): Promise<number> {
  const [before, start] = [meter(), performance.now()]
  for (let turn = 0; turn < TURNS; turn++) await work()
  return (meter() - before - idle * (performance.now() - start)) / TURNS
}

function sumOf(...meters: readonly Meter[]): Meter {
  return () => meters.reduce((sum, meter) => sum + meter(), 0)
}

const values = {
  'study-session': { form: '专题辅导', themes: ['审判执行难点'], topic: '执行难点' },
  'warning-education': { kind: '观看专题片', topic: '警示教育', attendance: 40 },
} as const

function entryOf(org: string, given: object): object {
  const today = new Date().toISOString().slice(0, 10)
  return {
    org,
    occurredOn: { from: today, to: today },
    subjects: [],
    values: given,
    state: 'submitted',
    evidence: [],
  }
}

/** Three commitments must have counted it. */
function entered(answer: unknown): string {
  const { record, credited } = Written.parse(answer)
  const count = credited.filter(({ counts }) => counts).length
  if (count !== 3) throw new Error(`a record counted for ${count} commitments`)
  return record.id
}

async function accepted(served: Served, id: string): Promise<string> {
  return entered(await served.ask('POST', `/records/${id}/review`, { revision: 1, state: 'accepted', note: '' }))
}
