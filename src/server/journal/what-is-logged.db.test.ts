import { sm2 } from 'sm-crypto-v2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { signInNew } from '#server/account/account.fixture.ts'
import { journalLines } from '#server/journal/lines.ts'
import { makeOurVerifier } from '#server/journal/verify-stored.ts'
import { sealAll } from '#server/journal/sealer.ts'
import { signerOf } from '#server/journal/signer.ts'
import { type Court, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const ABSENT = '0198f4a0-0000-7000-8000-00000000dead'

let court: Court
let office = ''
let unit = { id: '', cookie: '' }
let record = ''
beforeAll(async () => {
  court = await startCourt()
  office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  unit = await signInNew(court.server, office, { person: court.person('陆怀瑾'), name: '陆怀瑾', post: 'unit' })
  record = (await enter(court, 'study-session', studyOf(court, '2026-02-02'))).record.id
})
afterAll(() => court.server.close())

/** Entries of an account, the last first. */
async function entriesOf(account: string) {
  return court.server.database.db
    .selectFrom('journalEntry')
    .selectAll()
    .where('jurisdictionId', '=', court.jurisdictionId)
    .where('actorId', '=', account)
    .orderBy('id', 'desc')
    .execute()
}
const as = (cookie: string, method: 'GET' | 'POST' | 'PUT', path: string, payload: object | null = null) =>
  court.server.ask(method, `/api${path}`, payload, cookie)

const training = (on: string) => studyOf(court, on, { values: { kind: ['审判业务'], topic: '文书质量', hours: '2' } })

test('assurance 48: an entry holds who, in which post and unit, when, from where, what, to what, and what stood before and after', async () => {
  const Entered = z.object({ record: z.object({ id: z.string() }) })
  const { id } = Entered.parse((await as(unit.cookie, 'POST', '/registers/training/records', training('2026-02-02'))).body).record
  const correction = { revision: 1, entry: training('2026-02-03'), note: '日期写错' }
  expect((await as(unit.cookie, 'POST', `/records/${id}/correct`, correction)).status).toBe(200)
  const [entry] = await entriesOf(unit.id)
  const { before, after, salt, xid, ...facts } = entry ?? {}
  expect([before, after, salt, xid]).not.toContain(undefined)
  expect(facts).toMatchObject({
    at: '2026-03-02T01:00:00.000Z',
    actorName: '陆怀瑾',
    actorPost: 'unit',
    actorOrg: '办公室、综合党支部',
    address: '127.0.0.1',
    requestId: expect.stringMatching(/.+/),
    verb: 'record.correct',
    subjectKind: 'record',
    subjectId: id,
    result: 'done',
  })
  const Revision = z.object({ revision: z.number() })
  expect([before, after].map((part) => Revision.parse(part).revision)).toEqual([1, 2])
})

test('assurance 48: the unit is sealed with the entry', async () => {
  const { database, clock } = court.server
  const signer = signerOf(sm2.generateKeyPairHex())
  const isSealed = async () => {
    await sealAll({ database, signer, clock: clock.now }, null)
    return z.object({ unsealed: z.number() }).parse((await as(office, 'GET', '/journal')).body).unsealed === 0
  }
  await expect.poll(isSealed, { timeout: 20_000 }).toBe(true)
  const faultsWhere = async (changed: (org: string | undefined) => string | undefined) => {
    const verifier = makeOurVerifier({ trusted: null, witnessed: [] })
    await database.db.transaction().execute(async (tx) => {
      for await (const line of journalLines(tx, court.jurisdictionId, clock.now())) {
        if (!('entry' in line)) verifier.take(line)
        else {
          const { actorOrg: former, ...entry } = line.entry
          const actorOrg = changed(former)
          verifier.take({ ...line, entry: { ...entry, ...(actorOrg === undefined ? {} : { actorOrg }) } })
        }
      }
    })
    return verifier.end().faults.length
  }
  expect(await faultsWhere((org) => org)).toBe(0)
  expect(await faultsWhere((org) => (org === undefined ? org : '民一庭'))).toBeGreaterThan(0)
  expect(await faultsWhere(() => undefined)).toBeGreaterThan(0)
})

test.for([
  ['a record of another court, or none', 'GET', `/records/${ABSENT}`, 'record:read', 'NOT_FOUND'],
  ['a file of nobody’s', 'GET', `/evidence/${ABSENT}/file`, 'evidence:read', 'NOT_FOUND'],
  ['what is the office’s', 'GET', '/closure-levels', 'closure:configure', 'FORBIDDEN'],
  ['a change of what is not there', 'POST', `/record-imports/${ABSENT}/cancel`, 'record:import', 'FORBIDDEN'],
] as const)('assurance 49: asking for %s leaves a trace', async ([, method, path, verb, answer]) => {
  const before = (await entriesOf(unit.id)).length
  expect((await as(unit.cookie, method, path, method === 'POST' ? {} : null)).status).toBeGreaterThanOrEqual(403)
  const entries = await entriesOf(unit.id)
  expect([entries.length - before, entries[0]]).toMatchObject([1, { verb, result: 'refused', after: { answer } }])
})

test('assurance 49: what is out of scope leaves the same trace as what is not there', async () => {
  await as(office, 'PUT', `/marks/records/${record}`, { mark: 'sensitive', reason: '涉及审判秘密' })
  for (const id of [record, ABSENT]) expect((await as(unit.cookie, 'GET', `/records/${id}`)).status).toBe(404)
  const [absent, hidden] = await entriesOf(unit.id)
  const said = (entry: typeof absent) => ({ verb: entry?.verb, subject: entry?.subjectId, result: entry?.result, after: entry?.after })
  expect(said(hidden)).toEqual(said(absent))
})

test('assurance 49: reading a record that is marked leaves a trace, in its page and in a list', async () => {
  await as(office, 'POST', '/grants/clearances', { account: unit.id, clearance: 'sensitive', reason: '工作需要' })
  const readings = async () =>
    (await entriesOf(unit.id)).filter(({ verb, subjectId }) => verb === 'record.read' && subjectId === record).length
  expect(await readings()).toBe(0)
  expect((await as(unit.cookie, 'GET', `/records/${record}`)).status).toBe(200)
  expect(await readings()).toBe(1)
  expect((await as(unit.cookie, 'POST', '/registers/study-session/records/window', { offset: 0, limit: 10 })).status).toBe(200)
  expect(await readings()).toBe(2)
})
