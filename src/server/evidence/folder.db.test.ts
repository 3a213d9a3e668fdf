import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NamesMatched } from '#contract/evidence.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { uploaded } from '#server/evidence/evidence.fixture.ts'
import { type Court, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

let court: Court
let cookie: string
let unit: string
const records: Record<string, string> = {}
beforeAll(async () => {
  court = await startCourt()
  cookie = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  unit = (await signInNew(court.server, cookie, { person: court.person('程砚秋'), name: '程砚秋', post: 'unit' })).cookie
  const screening = { area: '涉诉信访', level: '一般', hazards: 1, settled: 1 }
  for (const [key, register, value, org] of [
    ['2026-015', 'study-session', '2026-015', '办公室'],
    ['2026-015-1', 'study-session', '2026-015-1', '办公室'],
    ['twin', 'risk-screening', '2026-015', '办公室'],
    ['P-7', 'risk-screening', 'P-7', '政治部'],
    ['P-8', 'risk-screening', 'P-8', '政治部'],
  ] as const) {
    const values = register === 'risk-screening' ? { values: screening } : {}
    records[key] = (
      await enter(court, register, studyOf(court, key === 'twin' ? '2026-02-03' : '2026-02-02', { org: court.org(org), ...values }))
    ).record.id
    await number(value, register, records[key])
  }
  await court.ask('POST', `/records/${records['P-8']}/void`, { id: records['P-8'], revision: 1, reason: '重复登记，以另一条为准' })
}, 60_000)
afterAll(() => court.server.close())

/** As an import of records leaves it. */
async function number(value: string, register: string, id: string | undefined): Promise<void> {
  await court.server.database.pool.query('INSERT INTO record_number VALUES ($1, $2, $3, $4)', [court.jurisdictionId, register, value, id])
}

async function match(names: readonly string[], { register = null, as = cookie }: { register?: string | null; as?: string } = {}) {
  const { body } = await court.server.ask('POST', '/api/evidence/match', { register, names }, as)
  return NamesMatched.parse(body).items.map((item) => [item.number, item.records.map(({ id }) => id)])
}

test('the longest number in a name decides; one number may mean several records', async () => {
  const names = ['2026-015-1 签到.jpg', '扫描/P-7/照片.png', '2026-015.pdf', 'P-8.pdf', '别的.pdf']
  expect(await match(names)).toEqual([
    ['2026-015-1', [records['2026-015-1']]],
    ['P-7', [records['P-7']]],
    ['2026-015', [records['twin'], records['2026-015']]],
    [null, []],
    [null, []],
  ])
  expect(await match(['2026-015.pdf'], { register: 'study-session' })).toEqual([['2026-015', [records['2026-015']]]])
})

test('a unit matches its own records alone', async () => {
  expect(await match(['2026-015-1.jpg', 'P-7.jpg'], { as: unit })).toEqual([
    [null, []],
    ['P-7', [records['P-7']]],
  ])
})

const filesOf = async (id: string | undefined) =>
  z.object({ items: z.array(z.unknown()) }).parse((await court.ask('GET', `/records/${id ?? ''}/evidence`)).body).items.length

test('all are linked, or none', async () => {
  const file = async (words: string) => (await uploaded(court, cookie, `${words}.txt`, Buffer.from(words))).evidence.id
  const [one, two] = [await file('甲'), await file('乙')]
  const voided = { record: records['P-8'], evidence: two }
  const good = [
    { record: records['2026-015'], evidence: one },
    { record: records['P-7'], evidence: one },
    { record: records['P-7'], evidence: two },
  ]
  expect(await court.ask('POST', '/evidence-links', { links: [...good, voided] })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'record-voided' } },
  })
  expect([await filesOf(records['2026-015']), await filesOf(records['P-7'])]).toEqual([0, 0])
  expect(await court.ask('POST', '/evidence-links', { links: good })).toMatchObject({ status: 200, body: { linked: 3 } })
  expect(await court.ask('POST', '/evidence-links', { links: good })).toMatchObject({ status: 200, body: { linked: 0 } })
  expect([await filesOf(records['2026-015']), await filesOf(records['P-7'])]).toEqual([1, 2])
  // not theirs, and not seen: nothing of it is done
  const foreign = await court.server.ask('POST', '/api/evidence-links', { links: good.slice(0, 1) }, unit)
  expect([403, 404, 422]).toContain(foreign.status)
  const { rows } = await court.server.database.pool.query("SELECT after FROM journal_entry WHERE verb = 'evidence.link-many' ORDER BY id")
  expect(rows).toHaveLength(2)
})
