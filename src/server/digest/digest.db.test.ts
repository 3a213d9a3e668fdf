import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { DigestSection } from '#core/digest/digest.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type MailServer, readMail, startMailServer } from '#test/mail/mail-server.ts'
import { type Mailer, openMailer } from '#server/digest/mailer.ts'
import { sendDigests } from '#server/digest/send.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { loadPacks } from '#server/pack/load-packs.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const Today = z.object({ since: z.string(), sections: z.array(DigestSection) })

let court: Court
let mail: MailServer
let mailer: Mailer
let cookies: Readonly<Record<'office' | 'unit' | 'leader' | 'nobody', string>>
beforeAll(async () => {
  court = await startCourt()
  mail = await startMailServer()
  mailer = openMailer({
    host: '127.0.0.1',
    port: mail.port,
    isTls: false,
    isLoopback: true,
    user: null,
    passwordFile: null,
    ca: null,
    from: 'xiaohao@court.example',
    hour: 8,
    address: 'https://ledger.court.example',
  })
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const made = async (name: string, post: 'leader' | 'unit', person: string | null) =>
    (await signInNew(court.server, office, { person, name, post })).cookie
  cookies = {
    office,
    unit: await made('程砚秋', 'unit', court.person('程砚秋')),
    leader: await made('审批人', 'leader', null),
    nobody: await made('某人', 'unit', null),
  }
  const definition = definitionOf(court, 'study-session')
  await court.ask('PUT', `/commitments/${court.commitment('1-1-2')}/counting`, { version: 0, definition })
})
afterAll(async () => {
  mailer.close()
  await mail.close()
  await court.server.close()
})

type Who = keyof typeof cookies
const ask = (who: Who, method: 'GET' | 'POST' | 'PUT', path: string, payload: object | null = null) =>
  court.server.ask(method, `/api${path}`, payload, cookies[who])
const today = async (who: Who) => Today.parse((await ask(who, 'GET', '/digest')).body)
const kinds = async (who: Who) => (await today(who)).sections.map(({ kind, count }) => `${kind} ${count}`)
const send = async () => {
  const { database, clock, files } = court.server
  const parts = { db: database.db, clock: clock.now, newId: uuidv7, files, packs: await loadPacks(), mailer }
  return sendDigests({ ...parts, hour: 8, address: 'https://ledger.court.example' })
}
const failures = async () => (await court.ask('GET', '/digest/failures')).body

test('everybody sets their own address; what is none is refused', async () => {
  expect((await ask('unit', 'GET', '/digest/address')).body).toEqual({ email: null, isOn: false, isSent: false, hour: 0 })
  expect((await ask('unit', 'PUT', '/digest/address', { email: 'a@b\r\nBcc: c@d', isOn: true })).status).toBe(400)
  for (const [who, email] of [
    ['unit', 'cheng@court.example'],
    ['leader', 'leader@court.example'],
    ['nobody', 'nobody@court.example'],
  ] as const)
    expect((await ask(who, 'PUT', '/digest/address', { email, isOn: true })).status).toBe(200)
})

test('a digest says what waits, is late, was returned, for each what they see', async () => {
  const { record } = await enter(court, 'study-session', { ...studyOf(court, '2026-02-03'), org: court.org('政治部') })
  await court.ask('POST', `/records/${record.id}/review`, { revision: 1, state: 'returned', note: '请补充参加人员名单' })
  await court.ask('POST', '/reminders', { commitments: [court.commitment('1-1-2')], note: '' })
  const asked = { asked: { kind: 'amendment', wording: '其中法治专题不少于3次', value: '3' }, reason: '师资不足，先保证三次质量' }
  expect((await ask('unit', 'POST', `/commitments/${court.commitment('1-1-2')}/changes`, asked)).status).toBe(200)
  expect(await kinds('unit')).toEqual(['returned 1', 'reminded 1'])
  // the office entered the record that was returned
  expect(await kinds('office')).toEqual(['decide 1', 'returned 1'])
  expect(await kinds('nobody')).toEqual([])
})

test('it goes out once a work day, from the hour on, to whom it says something', async () => {
  const { database } = court.server
  expect(await send()).toBe(1)
  expect(await send()).toBe(0)
  expect(mail.received.map(({ to }) => to)).toEqual(['cheng@court.example'])
  const [first] = mail.received
  if (first === undefined) throw new Error('nothing came')
  const { subject, text } = readMail(first)
  expect(subject).toBe('【销号】3月2日提要：被退回、重新打开 1，已催办 1')
  expect(text).toContain('中心组学习  2026-02-03  https://ledger.court.example/records/')
  expect(text).toContain('1-1-2')
  expect(text).not.toContain('请补充参加人员名单')
  expect(text).not.toContain('法治专题')
  const rows = await database.db
    .selectFrom('digest')
    .select(['state', 'attempts'])
    .where('jurisdictionId', '=', court.jurisdictionId)
    .execute()
  expect(rows.map(({ state, attempts }) => `${state} ${attempts}`).toSorted()).toEqual(['empty 1', 'empty 1', 'sent 1'])
})

test('on a day off and before the hour nothing goes out; after days of standing still one does', async () => {
  mail.received.length = 0
  // 2026-03-02 is a Monday at nine: Saturday at nine, then Monday at seven
  court.server.clock.forward(60 * 24 * 5)
  expect(await send()).toBe(0)
  court.server.clock.forward(60 * 46)
  expect(await send()).toBe(0)
  court.server.clock.forward(60)
  expect(await send()).toBe(1)
  expect(mail.received).toHaveLength(1)
})

test('what the server does not take is tried again and shown; a switched off digest does not go out', async () => {
  mail.received.length = 0
  court.server.clock.forward(60 * 24)
  mail.refuses = true
  expect(await send()).toBe(0)
  await court.signIn()
  expect(await failures()).toMatchObject({ items: [{ account: '程砚秋', on: '2026-03-10', state: 'waiting', attempts: 1 }] })
  court.server.clock.forward(4)
  mail.refuses = false
  expect(await send()).toBe(0)
  court.server.clock.forward(1)
  expect(await send()).toBe(1)
  expect(await failures()).toMatchObject({ items: [] })
  const again = await court.server.ask('POST', '/api/session', { login: '程砚秋', password: 'Unit#Horse-2026' })
  cookies = { ...cookies, unit: again.cookie ?? '' }
  expect((await ask('unit', 'PUT', '/digest/address', { email: 'cheng@court.example', isOn: false })).status).toBe(200)
  court.server.clock.forward(60 * 24)
  expect(await send()).toBe(0)
})

test('two processes at once send it once', async () => {
  mail.received.length = 0
  court.server.clock.forward(60 * 24)
  const again = await court.server.ask('POST', '/api/session', { login: '程砚秋', password: 'Unit#Horse-2026' })
  cookies = { ...cookies, unit: again.cookie ?? '' }
  await ask('unit', 'PUT', '/digest/address', { email: 'cheng@court.example', isOn: true })
  const sent = await Promise.all([send(), send(), send()])
  expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1)
  expect(mail.received).toHaveLength(1)
})

test('a unit hears of what it is to confirm, and in the last days of a quarter of what nothing says how it stands', async () => {
  await signInAgain()
  expect((await kinds('unit')).filter((kind) => /confirm|progress/.test(kind))).toEqual([])
  const commitment = court.commitment('1-1-3')
  const items = [{ commitment, version: 0, org: court.org('政治部'), supporting: [] }]
  expect((await ask('office', 'POST', '/dispatch', { items, note: '' })).status).toBe(200)
  expect(await kinds('unit')).toContain('confirm 1')
  expect((await kinds('office')).filter((kind) => kind.startsWith('confirm'))).toEqual([])
  const asOf = Date.parse(court.server.clock.now())
  court.server.clock.forward(Math.round((Date.parse('2026-03-20T01:00:00Z') - asOf) / 60_000))
  await signInAgain()
  const due = (await today('unit')).sections.find(({ kind }) => kind === 'progress')
  expect(due?.items).toContainEqual({ ref: '1-1-3', on: '2026-03-31', path: `/commitments/${commitment}` })
  const said = { org: court.org('政治部'), year: 2026, quarter: 1, revision: 0, words: '规则已送审，正在征求各部门意见' }
  expect(await ask('unit', 'PUT', `/commitments/${commitment}/progress`, said)).toMatchObject({ status: 200 })
  expect((await today('unit')).sections.find(({ kind }) => kind === 'progress')?.count ?? 0).toBe((due?.count ?? 0) - 1)
})

async function signInAgain() {
  cookies = { ...cookies, office: await cookieOf(LOGIN, PASSWORD), unit: await cookieOf('程砚秋', 'Unit#Horse-2026') }
}

async function cookieOf(login: string, password: string): Promise<string> {
  return (await court.server.ask('POST', '/api/session', { login, password })).cookie ?? ''
}
