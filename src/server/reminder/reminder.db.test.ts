import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, definitionOf, startCourt } from '#server/occurrence/court.fixture.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { remindAutomatically } from '#server/reminder/automatic.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

let court: Court
let unit = ''
beforeAll(async () => {
  court = await startCourt()
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  unit = (await signInNew(court.server, office, { person: court.person('程砚秋'), name: '程砚秋', post: 'unit' })).cookie
  await court.ask('PUT', `/commitments/${court.commitment('1-1-3')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'regulation-made'),
  })
})
afterAll(() => court.server.close())

const send = (refs: readonly string[]) => court.ask('POST', '/reminders', { commitments: refs.map(court.commitment), note: '请抓紧' })
const of = async (ref: string) => (await court.ask('GET', `/commitments/${court.commitment(ref)}/reminders`)).body
const automatic = () => remindAutomatically({ db: court.server.database.db, newId: uuidv7, now: court.server.clock.now() })

test('several at once, each once a day; who may not is refused', async () => {
  expect(await send(['1-1-1', '1-1-2'])).toMatchObject({ status: 200, body: { reminded: 2, left: [] } })
  expect(await send(['1-1-2', '1-1-3'])).toMatchObject({ body: { reminded: 1, left: [{ why: 'reminded-today' }] } })
  expect(await send(['1-1-2'])).toMatchObject({ status: 422, body: { data: { refusal: 'reminded-today' } } })
  const asked = { commitments: [court.commitment('1-1-2')], note: '' }
  expect((await court.server.ask('POST', '/api/reminders', asked, unit)).status).toBe(403)
  expect(await of('1-1-2')).toMatchObject({ mayRemind: true, items: [{ on: '2026-03-02', note: '请抓紧', isAutomatic: false }] })
  expect((await court.server.ask('GET', `/api/commitments/${court.commitment('1-1-2')}/reminders`, null, unit)).body).toMatchObject({
    mayRemind: false,
    items: [{ by: '张三' }],
  })
})

test('two at the same moment remind once', async () => {
  court.server.clock.forward(60 * 24)
  await court.signIn()
  const answers = await Promise.all([send(['1-1-2']), send(['1-1-2'])])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
})

test('its row of the ledger says how often and when', async () => {
  const view = { plan: null, filters: [{ kind: 'oneOf', column: 'ref', values: ['1-1-2'] }], sort: [], groupBy: null }
  expect(await court.ask('POST', '/ledger/window', { view, offset: 0, limit: 5 })).toMatchObject({
    body: { rows: [{ course: { reminders: 2, remindedOn: '2026-03-03' } }] },
  })
})

test('the rhythm reminds by itself, once, also after days of standing still', async () => {
  expect(await court.ask('GET', '/reminder-setting')).toMatchObject({
    body: { version: 0, setting: { daysBefore: [7, 1], everyAfter: 7 } },
  })
  const setting = { daysBefore: [3, 7, 3], everyAfter: null }
  expect(await court.ask('PUT', '/reminder-setting', { version: 0, setting })).toMatchObject({
    body: { version: 1, setting: { daysBefore: [7, 3] } },
  })
  expect((await court.ask('PUT', '/reminder-setting', { version: 0, setting })).status).toBe(409)
  expect(await automatic()).toBe(0)
  // 1-1-3 is due on 1 April: five days before it the week before was missed
  court.server.clock.forward(60 * 24 * 24)
  await court.signIn()
  expect(await automatic()).toBe(1)
  expect(await automatic()).toBe(0)
  expect(await of('1-1-3')).toMatchObject({ items: [{ on: '2026-03-27', dueBy: '2026-04-01', isAutomatic: true, by: '系统' }, {}] })
  court.server.clock.forward(60 * 24 * 2)
  expect(await automatic()).toBe(1)
})

test('each reminder stands in the journal', async () => {
  const rows = await court.server.database.db
    .selectFrom('journalEntry')
    .select('verb')
    .where('jurisdictionId', '=', court.jurisdictionId)
    .where('verb', 'like', 'reminder.%')
    .orderBy('id')
    .execute()
  expect(rows.map(({ verb }) => verb)).toEqual([
    ...Array.from({ length: 4 }, () => 'reminder.send'),
    'reminder.configure',
    'reminder.automatic',
    'reminder.automatic',
  ])
})
