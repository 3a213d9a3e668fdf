import { type Meter, meterOf, meterOfDatabase } from '#bench/cpu.ts'
import { openRecordWorld, type RecordWorld } from '#bench/record-world.ts'
import { type Figure, median } from '#bench/workload.ts'
import { measureRecompute } from '#bench/workloads/recompute.ts'

const SIZE = { commitments: 100_000, records: 1_000_000 }
const TIMES = 5
const BOUND_MS = 1500

/** First pages and calendar, of the whole court and of one department; and a change of the organisation, whose consequences are worked out afterwards. */
export async function pagesWorkload(): Promise<Figure[]> {
  const part = Number(process.env['XIAOHAO_BENCH_PART'] ?? 1)
  const world = await openRecordWorld({ commitments: SIZE.commitments * part, records: SIZE.records * part })
  try {
    await measureRecompute(world)
    await world.database.pool.query(
      `INSERT INTO occurrence_clock VALUES ($1, (now() AT TIME ZONE 'Asia/Shanghai')::date) ON CONFLICT (jurisdiction_id) DO UPDATE SET evaluated_on = excluded.evaluated_on`,
      [world.jurisdictionId],
    )
    await world.database.pool.query('VACUUM ANALYZE')
    return await measurePages(world)
  } finally {
    await world.close()
  }
}

async function measurePages(world: RecordWorld): Promise<Figure[]> {
  const [own, base] = [meterOf(process.pid), await meterOfDatabase(world.database.pool)]
  const cpu: Meter = () => own() + base()
  const unit = await signIn(world)
  const { rows } = await world.database.pool.query<{ today: string }>(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`)
  const today = rows[0]?.today ?? ''
  const figures: Figure[] = []
  for (const [name, path] of [
    ['home', '/home'],
    ['month', `/calendar?month=${today.slice(0, 7)}`],
    ['day', `/calendar/day?day=${today}`],
  ] as const)
    for (const [who, cookie] of [
      ['office', world.cookie],
      ['unit', unit],
    ] as const) {
      const value = await costOf(cpu, () => ask(world, 'GET', path, cookie))
      figures.push({ name: `pages.${name}.${who}.cpu`, value, unit: 'ms', bound: BOUND_MS })
    }
  let version = 1
  const edit = async () => {
    const answer = await ask(world, 'POST', '/organisation/people', world.cookie, { version, name: `新来的人${version}` })
    version += 1
    return answer
  }
  const taken: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const start = performance.now()
    await edit()
    taken.push(performance.now() - start)
  }
  // the first takes their days from all commitments
  figures.push({ name: 'pages.organisation.first', value: taken[0] ?? 0, unit: 'ms', bound: 2000 })
  figures.push({ name: 'pages.organisation.next', value: median(taken.slice(1)), unit: 'ms', bound: 2000 })
  return figures
}

async function costOf(cpu: Meter, run: () => Promise<unknown>): Promise<number> {
  await run()
  const costs: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const before = cpu()
    await run()
    costs.push(cpu() - before)
  }
  return median(costs)
}

async function ask({ app }: RecordWorld, method: 'GET' | 'POST', path: string, cookie: string, payload?: object): Promise<void> {
  const answer = await app.inject({ method, url: `/api${path}`, headers: { cookie }, ...(payload === undefined ? {} : { payload }) })
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body.slice(0, 300)}`)
}

async function signIn({ app, unitLogin: login }: RecordWorld): Promise<string> {
  const { cookies } = await app.inject({ method: 'POST', url: '/api/session', payload: { login, password: 'Correct#Horse9' } })
  const [cookie] = cookies
  if (cookie === undefined) throw new Error(`${login} could not sign in`)
  return `${cookie.name}=${cookie.value}`
}
