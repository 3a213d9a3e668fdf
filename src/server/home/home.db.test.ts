import { afterAll, beforeAll, expect, test } from 'vitest'
import { HomeView } from '#contract/home.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

let court: Court
let politics: string
let leader: string
let nobody: string

const homeOf = async (cookie: string | null) => {
  const { body } = cookie === null ? await court.ask('GET', '/home') : await court.server.ask('GET', '/api/home', null, cookie)
  return HomeView.parse(body)
}

/** 1-1-1 每年12次 for each member of the leadership, 1-1-2 其中4次 for the whole court; both led by 政治部 and 研究室. */
beforeAll(async () => {
  court = await startCourt()
  const scope = { kind: 'each', population: { kind: 'group', group: court.group('班子成员') }, reach: 'own' }
  await court.answer('each-or-whole', { kind: 'choice', value: 'per-member' })
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session', { scope, midPeriod: 'full' }),
  })
  await court.ask('PUT', `/commitments/${court.commitment('1-1-2')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session'),
  })
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const signIn = async (name: string, post: 'unit' | 'leader', person: string | null = court.person(name)) =>
    (await signInNew(court.server, office, { person, name, post })).cookie
  politics = await signIn('程砚秋', 'unit')
  leader = await signIn('许明远', 'leader')
  nobody = await signIn('某人', 'unit', null)
})
afterAll(() => court.server.close())

test('a unit finds what it leads with how far it is, and nothing of what others lead', async () => {
  const { post, places, mine, fields, queue, plans, units } = await homeOf(politics)
  expect({ post, places, mine, queue, plans, units }).toEqual({
    post: 'unit',
    places: ['政治部 主任', '政工党支部 书记'],
    mine: [],
    queue: null,
    plans: [],
    units: [],
  })
  expect(fields.items.map(({ ref, role, light }) => [ref, role, light])).toEqual(
    expect.arrayContaining([
      ['1-1-1', 'lead', expect.any(String)],
      ['1-1-2', 'lead', expect.any(String)],
    ]),
  )
  expect(fields.total).toBe(fields.items.length)
  expect(fields.items.find(({ ref }) => ref === '1-1-2')).toMatchObject({
    required: '4',
    owed: '4',
    register: 'study-session',
    subjects: 1,
  })
  expect(fields.items.map(({ ref }) => ref)).not.toContain('2-1-1')
})

test('a leader finds what they owe themselves, done and owed, and every unit that is late', async () => {
  await enter(court, 'study-session', studyOf(court, '2026-02-02', { subjects: [{ kind: 'person', id: court.person('许明远') }] }))
  const { mine, queue, hasPerson } = await homeOf(leader)
  expect({ queue, hasPerson }).toEqual({ queue: null, hasPerson: true })
  expect(mine).toMatchObject([{ ref: '1-1-1', role: 'self', required: '12', actual: '1', owed: '11', unit: '次' }])
})

test('what was returned stands with why, by whom; a draft is one’s own alone', async () => {
  const draft = { ...studyOf(court, '2026-02-03'), org: court.org('政治部'), state: 'draft' }
  const { record } = await enter(court, 'study-session', { ...draft, state: 'submitted' })
  await enter(court, 'study-session', draft)
  const returned = await court.ask('POST', `/records/${record.id}/review`, { revision: 1, state: 'returned', note: '请补充参加人员名单' })
  expect(returned.status).toBe(200)
  const unit = await homeOf(politics)
  expect(unit.returned).toMatchObject([{ id: record.id, title: '中心组学习', note: '请补充参加人员名单', by: '张三' }])
  expect(unit.drafts).toEqual([])
  expect((await homeOf(null)).drafts).toHaveLength(1)
})

test('the office finds what waits', async () => {
  const { queue, plans, units } = await homeOf(null)
  expect(queue).toMatchObject({ imports: 0, undefined: 3, unused: 0 })
  expect(plans).toHaveLength(1)
  expect(units.map(({ name }) => name).toSorted()).toEqual(units.length === 0 ? [] : ['政治部', '研究室'])
})

test('an account of nobody finds an empty page that says so', async () => {
  expect(await homeOf(nobody)).toMatchObject({ hasPerson: false, places: [], mine: [], fields: { total: 0 }, returned: [], filings: [] })
})
