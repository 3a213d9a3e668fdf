import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo, PLAIN_JPEG } from '#formats/evidence/shot.fixture.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { upload, uploaded } from '#server/evidence/evidence.fixture.ts'
import { otherCourt } from '#server/import/plan.fixture.ts'
import { type Court, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

let court: Court
let cookie: string
let other: string
beforeAll(async () => {
  court = await startCourt()
  other = await otherCourt(court.server)
  cookie = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
})
afterAll(() => court.server.close())

const text = (words: string) => Buffer.from(words)
const send = (name: string, content: Uint8Array) => upload(court, cookie, name, content)
const keep = (name: string, content: Uint8Array) => uploaded(court, cookie, name, content)
const study = (evidence: readonly string[] = []) => enter(court, 'study-session', studyOf(court, '2026-02-02', { evidence }))
const ofRecord = async (id: string) => (await court.ask('GET', `/records/${id}/evidence`)).body['items']
const get = (id: string, as = cookie) => court.server.app.inject({ url: `/api/evidence/${id}/file`, headers: { cookie: as } })
const everyFile = () => readdirSync(court.server.folder, { recursive: true, withFileTypes: true }).filter((found) => found.isFile())
const verbs = async (id: string) =>
  (
    await court.server.database.pool.query<{ verb: string }>('SELECT verb FROM journal_entry WHERE subject_id = $1 ORDER BY id', [id])
  ).rows.map(({ verb }) => verb)

test('what was uploaded comes back as it was, to be saved and never shown', async () => {
  const { evidence, isKnown } = await keep('签到表.txt', text('签到：甲、乙'))
  expect([evidence.kind, evidence.bytes, evidence.datedOn, isKnown]).toEqual(['text', 18, null, false])
  const answer = await get(evidence.id)
  expect(answer.body).toBe('签到：甲、乙')
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('签到表.txt')}`,
    'x-content-type-options': 'nosniff',
    'content-length': '18',
  })
})

test('the same bytes are kept once, linked often, and the reuse shows', async () => {
  const { evidence } = await keep('通知.txt', text('会议通知'))
  const files = everyFile().length
  const again = await keep('另一个名字.txt', text('会议通知'))
  expect([again.isKnown, again.evidence.id, again.evidence.name, everyFile().length]).toEqual([true, evidence.id, '通知.txt', files])
  const [first, second] = [await study([evidence.id]), await study([evidence.id, evidence.id])]
  expect(await ofRecord(second.record.id)).toMatchObject([
    {
      id: evidence.id,
      links: [{ record: { id: first.record.id, register: 'study-session' }, unlinked: null }, { record: { id: second.record.id } }],
    },
  ])
  expect(await verbs(evidence.id)).toEqual(['evidence.upload', 'evidence.upload', 'evidence.link', 'evidence.link'])
})

test('a record with a file there is not is not entered', async () => {
  const rows = async () => (await court.server.database.pool.query('SELECT count(*) FROM record_revision')).rows
  const before = await rows()
  const id = '0198f4a0-0000-7000-8000-000000000001'
  const answer = await court.ask('POST', '/registers/study-session/records', studyOf(court, '2026-02-02', { evidence: [id] }))
  expect(answer).toMatchObject({ status: 400, body: { data: { fields: [{ path: ['evidence', id], code: 'unknown-evidence' }] } } })
  expect(await rows()).toEqual(before)
})

test('files come with a correction and later, and leave with a reason that stays', async () => {
  const [one, two] = [(await keep('一.txt', text('一'))).evidence, (await keep('二.txt', text('二'))).evidence]
  const { record } = await study()
  const corrected = { revision: 1, entry: studyOf(court, '2026-02-03'), note: '日期填错', evidence: [one.id] }
  expect(await court.ask('POST', `/records/${record.id}/correct`, corrected)).toMatchObject({ status: 200 })
  expect(await court.ask('POST', `/records/${record.id}/evidence`, { evidence: [one.id, two.id] })).toMatchObject({
    status: 200,
    body: { items: [{ id: one.id, links: [{}] }, { id: two.id }] },
  })
  const link = (await court.ask('GET', `/evidence/${two.id}`)).body['links']
  const id = String(Object(Object(link)[0]).id)
  const unlink = (reason: string) => court.ask('POST', `/evidence-links/${id}/unlink`, { reason })
  expect(await unlink(' ')).toMatchObject({ status: 422, body: { data: { refusal: 'reason-needed' } } })
  expect(await unlink('传错了文件')).toMatchObject({ status: 200, body: { links: [{ unlinked: { by: '张三', reason: '传错了文件' } }] } })
  expect(await unlink('传错了文件')).toMatchObject({ status: 422, body: { data: { refusal: 'already-unlinked' } } })
  expect(await court.ask('POST', `/records/${record.id}/evidence`, { evidence: [two.id] })).toMatchObject({
    body: { items: [{}, { links: [{ unlinked: { reason: '传错了文件' } }, { unlinked: null }] }] },
  })
  expect(await verbs(two.id)).toEqual(['evidence.upload', 'evidence.link', 'evidence.unlink', 'evidence.link'])
  await court.ask('POST', `/records/${record.id}/void`, { revision: 2, reason: '重复登记，以另一条为准' })
  expect(await court.ask('POST', `/records/${record.id}/evidence`, { evidence: [two.id] })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'record-voided' } },
  })
})

test('of a photo the day is kept, of the place nothing; the day may be corrected', async () => {
  const { evidence } = await keep('IMG_0001.jpg', photo())
  expect(evidence).toMatchObject({ kind: 'jpeg', datedOn: '2026-02-11', datedBy: 'photo' })
  const stored = (await get(evidence.id)).rawPayload
  expect(stored.length).toBe(photo().length)
  const place = Buffer.from('1f000000010000000d00000001000000', 'hex')
  expect([photo().includes(place), stored.includes(place)]).toEqual([true, false])
  const dump = await court.server.database.pool.query<{ row: string }>('SELECT to_jsonb(e)::text AS row FROM evidence e')
  expect(dump.rows.some(({ row }) => /gps|latitude|position|place/i.test(row))).toBe(false)
  const set = (version: number, datedOn: string | null) => court.ask('PATCH', `/evidence/${evidence.id}`, { version, datedOn })
  expect(await set(1, '2026-02-10')).toMatchObject({ status: 200, body: { datedOn: '2026-02-10', datedBy: 'person', version: 2 } })
  expect(await set(1, '2026-02-09')).toMatchObject({ status: 409, body: { data: { version: 2 } } })
  expect(await set(2, '2026-03-03')).toMatchObject({ status: 422, body: { data: { refusal: 'day-out-of-range' } } })
  expect(await set(2, null)).toMatchObject({ body: { datedOn: null, datedBy: 'nobody' } })
})

test('a photo of a day to come says nothing', async () => {
  expect((await keep('a.jpg', photo({ takenOn: '2027:01:01 00:00:00' }))).evidence).toMatchObject({ datedOn: null, datedBy: 'nobody' })
})

test.for<[string, Uint8Array, string]>([
  ['报告.docx', Buffer.from('MZ\x90\0\x03\0\0\0'), 'program'],
  ['照片.jpg', text('<!doctype html><script>alert(1)</script>'), 'html'],
  ['图.png', Buffer.from([0, 1, 2, 3]), 'unknown'],
])('%s is refused for what it is, and leaves nothing', async ([name, content, found]) => {
  const before = everyFile().length
  expect(await send(name, content)).toMatchObject({ status: 422, body: { data: { refusal: 'evidence-kind', params: { name, found } } } })
  expect(everyFile().length).toBe(before)
})

test('the name does not decide what it becomes', async () => {
  const { evidence } = await keep('run.bat', text('del *.*'))
  expect((await get(evidence.id)).headers['content-disposition']).toContain('run.bat.txt')
})

test('bytes that were changed on the disk are not handed out, and it is said', async () => {
  const { evidence } = await keep('原件.txt', text('原件'))
  const file = path.join(court.server.folder, court.jurisdictionId, evidence.sha256.slice(0, 2), evidence.sha256)
  writeFileSync(file, '假件')
  expect((await get(evidence.id)).json()).toMatchObject({
    code: 'REFUSED',
    data: { refusal: 'evidence-damaged', params: { name: '原件.txt' } },
  })
  await keep('原件.txt', text('原件'))
  expect((await get(evidence.id)).body).toBe('原件')
})

test('what was never linked can be taken back, what was cannot', async () => {
  const { evidence } = await keep('多余.txt', text('多余'))
  const before = everyFile().length
  expect(await court.server.ask('DELETE', `/api/evidence/${evidence.id}`, null, cookie)).toMatchObject({ status: 200 })
  expect([everyFile().length, (await get(evidence.id)).statusCode]).toEqual([before - 1, 404])
  const { evidence: used } = await keep('有用.txt', text('有用'))
  await study([used.id])
  expect(await court.server.ask('DELETE', `/api/evidence/${used.id}`, null, cookie)).toMatchObject({
    status: 422,
    body: { data: { refusal: 'evidence-linked' } },
  })
})

test('another court sees none of it, and shares no bytes', async () => {
  const { evidence } = await keep('a.jpg', PLAIN_JPEG)
  const { record } = await study([evidence.id])
  const foreign = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload: object | null = null) =>
    court.server.ask(method, `/api${url}`, payload, other)
  const [link] = evidence.links
  for (const answer of [
    await foreign('GET', `/evidence/${evidence.id}`),
    await foreign('GET', `/evidence/${evidence.id}/file`),
    await foreign('PATCH', `/evidence/${evidence.id}`, { version: 1, datedOn: null }),
    await foreign('DELETE', `/evidence/${evidence.id}`),
    await foreign('GET', `/records/${record.id}/evidence`),
    await foreign('POST', `/records/${record.id}/evidence`, { evidence: [evidence.id] }),
    await foreign('POST', `/evidence-links/${link?.id ?? record.id}/unlink`, { reason: '传错了文件' }),
  ])
    expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  const theirs = await uploaded(court, other, 'a.jpg', PLAIN_JPEG)
  expect([theirs.isKnown, theirs.evidence.id === evidence.id]).toEqual([false, false])
})

test('a file is not given to those not signed in', async () => {
  expect((await get('0198f4a0-0000-7000-8000-000000000001', '')).statusCode).toBe(401)
})

test('nobody gets a file by naming it; whoever has its bytes may use them', async () => {
  const { evidence } = await keep('约谈提纲.txt', text('办公室以外的人不应看到'))
  const head = { person: court.person('陆怀瑾'), name: '陆怀瑾', post: 'unit' } as const
  const unit = await signInNew(court.server, cookie, head)
  const ask = (where: string, payload: object | null = null) =>
    court.server.ask(payload === null ? 'GET' : 'POST', `/api${where}`, payload, unit.cookie)
  const values = { area: '学术讲座', level: '低', risk: '无', control: '会前审核' }
  const entry = (ids: readonly string[]) => ask('/registers/ideology-risk/records', studyOf(court, '2026-02-02', { values, evidence: ids }))
  expect(await entry([evidence.id])).toMatchObject({ status: 400, body: { data: { fields: [{ code: 'unknown-evidence' }] } } })
  expect((await get(evidence.id, unit.cookie)).statusCode).toBe(404)
  const again = await uploaded(court, unit.cookie, '另一份.txt', text('办公室以外的人不应看到'))
  expect([again.isKnown, again.evidence.id, again.evidence.links]).toEqual([true, evidence.id, []])
  expect((await entry([evidence.id])).status).toBe(200)
  expect((await get(evidence.id, unit.cookie)).body).toBe('办公室以外的人不应看到')
})

test('what two have uploaded stays for one when the other takes it back', async () => {
  const unit = await signInNew(court.server, cookie, { person: null, name: '另一人', post: 'unit' })
  const { evidence } = await keep('两人.txt', text('两人都有'))
  await uploaded(court, unit.cookie, '两人.txt', text('两人都有'))
  const discard = (as: string) => court.server.ask('DELETE', `/api/evidence/${evidence.id}`, null, as)
  expect((await discard(unit.cookie)).status).toBe(200)
  expect([(await get(evidence.id, unit.cookie)).statusCode, (await get(evidence.id)).statusCode]).toEqual([404, 200])
  expect((await discard(cookie)).status).toBe(200)
  expect((await get(evidence.id)).statusCode).toBe(404)
})
