import { type Meter, meterOf, meterOfDatabase } from '#bench/cpu.ts'
import { openRecordWorld, type RecordWorld } from '#bench/record-world.ts'
import type { Figure } from '#bench/workload.ts'

const SIZE = { commitments: 100_000, records: 1_000_000 }
const ROUNDS = 8
const TURNS = 4
const EDITION = '00000000-0000-0000-0000-000000000000'
const all = { plan: null, filters: [], sort: [], groupBy: null }
const shown = `e.commitment_id, e.plan_id, e.plan_title, e.ref, e.aspect, e.finding, e.measure, e.sentence, e.indicator, e.nature, e.leaders_text, e.lead_orgs_text,
  e.owners_text, e.supporting_orgs_text, e.due_on, e.due_text, e.state, e.remark, s.*, c.reading`
const joined = `ledger_entry e LEFT JOIN ledger_standing s ON s.jurisdiction_id = $1 AND s.commitment_id = e.commitment_id AND s.edition = '${EDITION}'`
const confirmed = `e.jurisdiction_id = $1 AND e.state = 'confirmed'`
const page = (where: string, order: string): readonly string[] => [
  `SELECT count(*) FROM ${joined} WHERE ${confirmed} ${where}`,
  `SELECT ${shown} FROM ${joined} JOIN commitment c ON c.jurisdiction_id = $1 AND c.id = e.commitment_id WHERE ${confirmed} ${where} ORDER BY ${order} LIMIT 50`,
]

/** What is asked over HTTP, and the same by hand on the same server. `bound`: times the CPU of server and database together. */
const requests: readonly { name: string; path: string; body: object; byHand: readonly string[]; bound: number; isUnit?: true }[] = [
  {
    name: 'page',
    path: 'window',
    body: { view: all, offset: 0, limit: 50 },
    byHand: page('', 'e.plan_id, e.ordinal'),
    bound: 3,
  },
  {
    name: 'overdue',
    path: 'window',
    body: { view: { ...all, filters: [{ kind: 'oneOf', column: 'light', values: ['overdue'] }] }, offset: 0, limit: 50 },
    byHand: page(`AND s.light = 'overdue'`, 'e.plan_id, e.ordinal'),
    bound: 3,
  },
  {
    name: 'mostOwed',
    path: 'window',
    body: { view: { ...all, sort: [{ column: 'owed', descending: true }] }, offset: 0, limit: 50 },
    byHand: page('', 's.owed DESC NULLS LAST, e.plan_id, e.ordinal'),
    bound: 3,
  },
  {
    name: 'counts',
    path: 'counts',
    body: { view: all, by: 'leadOrgs' },
    byHand: [
      `SELECT unnest(e.lead_orgs) AS name, s.light, count(*), count(*) FILTER (WHERE s.arrears > 0) FROM ${joined} WHERE ${confirmed} GROUP BY 1, 2 ORDER BY 1`,
    ],
    bound: 1.5,
  },
  {
    name: 'unitPage',
    path: 'window',
    body: { view: all, offset: 0, limit: 50 },
    byHand: page(
      `AND (e.lead_orgs && ARRAY['第1庭'] OR e.commitment_id IN (SELECT commitment_id FROM occurrence WHERE jurisdiction_id = $1 AND subject = 'org:00000000-0000-7000-9000-000000000001'))`,
      'e.plan_id, e.ordinal',
    ),
    bound: 3,
    isUnit: true,
  },
]

/** The ledger with its lights on 100,000 commitments and 1,000,000 records, against the same queries by hand. */
export async function standingWorkload(): Promise<Figure[]> {
  const world = await openRecordWorld(SIZE)
  try {
    await keepStandings(world)
    return await measureStanding(world)
  } finally {
    await world.close()
  }
}

/** CPU of what is asked of the ledger, of the whole and of one department, beside the same queries by hand. */
export async function measureStanding(world: RecordWorld): Promise<Figure[]> {
  const [own, base] = [meterOf(process.pid), await meterOfDatabase(world.database.pool)]
  const cpu: Meter = () => own() + base()
  const unit = await signIn(world)
  const figures: Figure[] = []
  for (const { name, path, body, byHand, bound, isUnit } of requests) {
    const [served = 0, bare = 0] = await costsOf(
      cpu,
      () => ask(world, path, body, isUnit ? unit : world.cookie),
      async () => {
        for (const query of byHand) await world.database.pool.query(query, [world.jurisdictionId])
      },
    )
    figures.push(
      { name: `standing.${name}`, value: served / bare, unit: '×', bound },
      { name: `standing.${name}.cpu`, value: served, unit: 'ms', bound: null },
    )
  }
  return figures
}

async function signIn({ app, unitLogin: login }: RecordWorld): Promise<string> {
  const { statusCode, cookies } = await app.inject({ method: 'POST', url: '/api/session', payload: { login, password: 'Correct#Horse9' } })
  const [cookie] = cookies
  if (statusCode >= 300 || cookie === undefined) throw new Error(`signing in answered ${statusCode}`)
  return `${cookie.name}=${cookie.value}`
}

/** What is kept of each commitment, of all lights; written by hand, since only reading is measured. */
async function keepStandings({ database, jurisdictionId }: RecordWorld): Promise<void> {
  await database.pool.query(
    `INSERT INTO ledger_standing SELECT jurisdiction_id, '${EDITION}', commitment_id,
      (ARRAY['overdue', 'due-soon', 'behind', 'not-started', 'on-track', 'done'])[1 + n % 6], 'whole', 1, (n % 6 = 5)::int, 12, n % 13, '次', 12 - n % 13, 6, trim_scale(round((n % 13) / 12.0, 4)),
      date '2026-12-31', date '2026-01-01', date '2026-12-31', n % 3
      FROM (SELECT jurisdiction_id, commitment_id, row_number() OVER (ORDER BY commitment_id) AS n FROM ledger_entry WHERE jurisdiction_id = $1) AS numbered`,
    [jurisdictionId],
  )
  await database.pool.query(`INSERT INTO occurrence_clock VALUES ($1, (now() AT TIME ZONE 'Asia/Shanghai')::date)`, [jurisdictionId])
  await database.pool.query('VACUUM ANALYZE ledger_standing')
}

async function ask({ app }: RecordWorld, path: string, payload: object, cookie: string): Promise<void> {
  const { statusCode, body } = await app.inject({ method: 'POST', url: `/api/ledger/${path}`, payload, headers: { cookie } })
  if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${body.slice(0, 200)}`)
}

/** Milliseconds of CPU that each of two runs takes, in turns, when code, plans and caches are warm. */
async function costsOf(cpu: Meter, ...runs: readonly (() => Promise<void>)[]): Promise<readonly number[]> {
  for (const run of runs) for (let turn = 0; turn < 3; turn++) await run()
  const costs = runs.map(() => 0)
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, run] of runs.entries()) {
      const before = cpu()
      for (let turn = 0; turn < TURNS; turn++) await run()
      costs[index] = (costs[index] ?? 0) + cpu() - before
    }
  return costs.map((cost) => cost / ROUNDS / TURNS)
}
