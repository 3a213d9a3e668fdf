import * as z from 'zod'
import { openRecordWorld, type RecordWorld } from '#bench/record-world.ts'
import { type Figure, median } from '#bench/workload.ts'

const ITEMS = 1000
const WARM = 20
const HUNDRED = 100
const GROWTH = 1.5
/** Each closure freezes about so many records. */
const RECORDS_EACH = 20
const REGISTER = 'study-session'
const PASSWORD = 'Correct#Horse9'

const Stages = z.object({
  stages: z.array(z.object({ id: z.string().nullable(), version: z.number(), pinned: z.string(), state: z.string() })),
})
const Definition = z.object({ version: z.number(), register: z.looseObject({ id: z.string() }) })

/** Closing 1,000 commitments in a row, each asked for, verified and approved by three people: what the last hundred take beside the first. */
export async function closingWorkload(): Promise<Figure[]> {
  const world = await openRecordWorld({ commitments: 3 * ITEMS, records: 60 * 17 * RECORDS_EACH })
  try {
    const { pool } = world.database
    for (const statement of PEOPLE) await pool.query(statement, [world.jurisdictionId])
    await pool.query(SIMPLE, [world.jurisdictionId, REGISTER, ITEMS + WARM])
    const cookies = { office: world.cookie, verifier: await signIn(world, 'heshi'), leader: await signIn(world, 'shenpi') }
    await needNoEvidence(world)
    const { rows } = await pool.query<{ id: string }>(CHOSEN, [world.jurisdictionId, REGISTER, ITEMS + WARM])
    const taken: number[] = []
    for (const { id } of rows) {
      const start = performance.now()
      await close(world, cookies, id)
      taken.push(performance.now() - start)
    }
    const closing = taken.slice(WARM)
    if (closing.length !== ITEMS) throw new Error(`${closing.length} were closed`)
    const [first, last] = [median(closing.slice(0, HUNDRED)), median(closing.slice(-HUNDRED))]
    return [
      { name: 'closing.first100', value: first, unit: 'ms', bound: null },
      { name: 'closing.last100', value: last, unit: 'ms', bound: null },
      { name: 'closing.growth', value: last / first, unit: '×', bound: GROWTH },
      { name: 'closing.list', value: await timeOf(world, '/closures'), unit: 'ms', bound: 1000 },
      { name: 'closing.findings', value: await timeOf(world, '/findings'), unit: 'ms', bound: 1000 },
    ]
  } finally {
    await world.close()
  }
}

type Cookies = Readonly<Record<'office' | 'verifier' | 'leader', string>>

async function close(world: RecordWorld, cookies: Cookies, commitment: string): Promise<void> {
  const place = `/commitments/${commitment}/closures`
  await ask(world, cookies.office, 'POST', place, { stage: '', version: 0, aim: { kind: 'close' }, note: '' })
  for (const cookie of [cookies.verifier, cookies.leader]) {
    const [seen] = Stages.parse(await ask(world, cookie, 'GET', place)).stages
    const items = [{ id: seen?.id, version: seen?.version, pinned: seen?.pinned }]
    await ask(world, cookie, 'POST', '/closures/agree', { items, note: '' })
  }
}

async function needNoEvidence(world: RecordWorld): Promise<void> {
  const place = `/registers/${REGISTER}/definition`
  const { version, register } = Definition.parse(await ask(world, world.cookie, 'GET', place))
  const { id: _, ...definition } = { ...register, needsEvidence: false }
  await ask(world, world.cookie, 'PUT', place, { version, definition })
}

async function timeOf(world: RecordWorld, path: string): Promise<number> {
  const taken: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    const start = performance.now()
    await ask(world, world.cookie, 'GET', path)
    taken.push(performance.now() - start)
  }
  return median(taken)
}

async function ask({ app }: RecordWorld, cookie: string, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object): Promise<unknown> {
  const answer = await app.inject({ method, url: `/api${path}`, headers: { cookie }, ...(payload === undefined ? {} : { payload }) })
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body.slice(0, 300)}`)
  return answer.json()
}

async function signIn({ app }: RecordWorld, login: string): Promise<string> {
  const { cookies } = await app.inject({ method: 'POST', url: '/api/session', payload: { login, password: PASSWORD } })
  const [cookie] = cookies
  if (cookie === undefined) throw new Error(`${login} could not sign in`)
  return `${cookie.name}=${cookie.value}`
}

/** Who verifies and who approves, with the password of whoever set the court up. */
const PEOPLE: readonly string[] = (
  [
    ['heshi', 'office', '00000000-0000-7000-b000-000000000011'],
    ['shenpi', 'leader', '00000000-0000-7000-b000-000000000012'],
  ] as const
).map(
  ([login, post, id]) =>
    `INSERT INTO account (id, jurisdiction_id, login, login_key, name, post, password_hash, password_changed_at, created_at)
      SELECT '${id}', jurisdiction_id, '${login}', '${login}', '${login}', '${post}', password_hash, password_changed_at, created_at
      FROM account WHERE jurisdiction_id = $1 AND login = 'zhangsan'`,
)

const CHOSEN = `SELECT commitment_id AS id FROM counting
  WHERE jurisdiction_id = $1 AND terms #>> '{counting,sources,0,register}' = $2 AND terms #>> '{rhythm,kind}' = 'once' ORDER BY 1 LIMIT $3`

/** So many commitments ask for one record at all, so that they are met. */
const SIMPLE = `UPDATE counting SET terms = jsonb_set(jsonb_set(jsonb_set(terms, '{target,value}', '"1"'), '{rhythm}',
    '{"kind": "once", "from": "2020-01-01", "by": null, "stages": []}'), '{counting,sources}', jsonb_build_array(jsonb_build_object('register', $2::text, 'where', NULL)))
  WHERE jurisdiction_id = $1 AND commitment_id IN (
    SELECT commitment_id FROM counting JOIN commitment ON commitment.jurisdiction_id = $1 AND commitment.id = commitment_id
    WHERE counting.jurisdiction_id = $1 AND state = 'confirmed' AND terms #>> '{target,unit}' = '次' ORDER BY commitment_id LIMIT $3)`
