import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { signInNew } from '#server/account/account.fixture.ts'
import { makeVerifier } from '#core/journal/verify.ts'
import { journalLines } from '#server/journal/lines.ts'
import { isSignedBy, signerOf } from '#server/journal/signer.ts'
import { journalHash, sm3 } from '#server/journal/sm3.ts'
import { sm2 } from 'sm-crypto-v2'
import { startCourt, type Court } from '#server/occurrence/court.fixture.ts'
import { loadPacks } from '#server/pack/load-packs.ts'
import { eraseEnded } from '#server/personal/erase.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { sealAllOf } from '#test/database/seal-all-of.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const signer = signerOf(sm2.generateKeyPairHex())
const CANARY = '学习强国积极分子材料'
const About = z.object({
  items: z.array(
    z.object({
      record: z.object({ id: z.string(), values: z.record(z.string(), z.unknown()) }),
      keptUntil: z.string().nullable(),
      readings: z.array(z.object({ name: z.string() })),
      objections: z.array(z.object({ words: z.string(), answer: z.string().nullable() })),
    }),
  ),
})

let court: Court
const cookies: Record<'office' | 'politics' | 'person' | 'head', string> = { office: '', politics: '', person: '', head: '' }
let record = ''
const as =
  (who: keyof typeof cookies) =>
  (method: 'GET' | 'POST', path: string, payload: object | null = null) =>
    court.server.ask(method, `/api${path}`, payload, cookies[who])
const entry = (person: string, values: object = { kind: '正面', item: '清单第一条', basis: CANARY }) => ({
  org: court.org('政治部'),
  occurredOn: { from: '2026-02-02', to: '2026-02-02' },
  subjects: [{ kind: 'person', id: court.person(person) }],
  values,
  state: 'submitted',
})
const enterAs = (who: keyof typeof cookies, payload: object) => as(who)('POST', '/registers/conduct-entry/records', payload)

beforeAll(async () => {
  court = await startCourt()
  cookies.office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const signIn = async (name: string, clearance: 'internal' | 'sensitive') => {
    const { id, cookie } = await signInNew(court.server, cookies.office, { person: court.person(name), name, post: 'unit' })
    await as('office')('POST', '/grants/clearances', { account: id, clearance, reason: '干部人事工作' })
    return cookie
  }
  cookies.politics = await signIn('程砚秋', 'sensitive')
  cookies.person = await signIn('陆怀瑾', 'internal')
  cookies.head = await signIn('白予安', 'sensitive')
  record = z.object({ record: z.object({ id: z.string() }) }).parse((await enterAs('politics', entry('陆怀瑾'))).body).record.id
})
afterAll(() => court.server.close())

test('is entered by the posts its register names, about one person, without files', async () => {
  expect((await enterAs('head', entry('陆怀瑾'))).status).toBe(422)
  expect((await enterAs('office', entry('陆怀瑾'))).status).toBe(422)
  expect((await enterAs('person', entry('陆怀瑾'))).status).toBe(404)
  expect((await enterAs('politics', { ...entry('陆怀瑾'), subjects: [] })).status).toBe(400)
  expect((await enterAs('politics', { ...entry('陆怀瑾'), subjects: [{ kind: 'org', id: court.org('办公室') }] })).status).toBe(400)
})

test('is read by those alone, whatever the office or a head may else see', async () => {
  for (const who of ['office', 'person', 'head'] as const) {
    const window = await as(who)('POST', '/registers/conduct-entry/records/window', { offset: 0, limit: 50 })
    const exported = await as(who)('POST', '/registers/conduct-entry/export', {})
    expect([
      who,
      (await as(who)('GET', `/records/${record}`)).status,
      JSON.stringify([window.body, exported.body]).includes(CANARY),
    ]).toEqual([who, 404, false])
  }
  expect((await as('politics')('GET', `/records/${record}`)).status).toBe(200)
})

test('every reading is in the journal before it is given, and the person sees who read it', async () => {
  const before = About.parse((await as('person')('GET', '/about-me')).body).items[0]
  await as('politics')('POST', '/registers/conduct-entry/records/window', { offset: 0, limit: 50 })
  const after = About.parse((await as('person')('GET', '/about-me')).body).items[0]
  expect(after?.record).toMatchObject({ id: record, values: { basis: CANARY } })
  expect([after?.keptUntil, (after?.readings.length ?? 0) - (before?.readings.length ?? 0)]).toEqual(['2028-02-02', 1])
  expect(after?.readings[0]?.name).toBe('程砚秋')
  expect(About.parse((await as('head')('GET', '/about-me')).body).items).toEqual([])
})

test('the person objects, and a named post answers', async () => {
  const objected = await as('person')('POST', `/about-me/${record}/objections`, { words: '材料与事实不符' })
  expect(objected.status).toBe(200)
  expect((await as('head')('POST', `/about-me/${record}/objections`, { words: '与我无关' })).status).toBe(404)
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string(), words: z.string() })) })
    .parse((await as('politics')('GET', '/objections')).body)
  expect(items).toMatchObject([{ words: '材料与事实不符' }])
  expect((await as('office')('GET', '/objections')).body).toEqual({ items: [] })
  expect((await as('office')('POST', `/objections/${items[0]?.id}/answer`, { words: '已核实' })).status).toBe(404)
  expect((await as('politics')('POST', `/objections/${items[0]?.id}/answer`, { words: '已核实更正' })).status).toBe(200)
  expect((await as('politics')('POST', `/objections/${items[0]?.id}/answer`, { words: '再答一次' })).status).toBe(422)
  const [held] = About.parse((await as('person')('GET', '/about-me')).body).items
  expect(held?.objections).toEqual([{ words: '材料与事实不符', answer: '已核实更正' }])
})

test('the journal holds a commitment, not what is kept about the person', async () => {
  const { rows } = await court.server.database.pool.query('SELECT * FROM journal_entry')
  expect([JSON.stringify(rows).includes(CANARY), JSON.stringify(rows).includes('材料与事实不符')]).toEqual([false, false])
  expect(rows.find(({ verb, subject_id: id }) => verb === 'record.enter' && id === record)).toMatchObject({
    after: { personal: expect.any(String) },
  })
})

test('cannot be counted by a commitment', async () => {
  const definition = { sources: [{ register: 'conduct-entry', where: null }] }
  const asked = { version: 0, definition: { org: court.org('办公室'), counting: definition } }
  expect((await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, asked)).status).toBeGreaterThanOrEqual(400)
})

/** Seals the journal, and gives what a verification finds wrong. */
async function sealAndVerify(): Promise<{ readonly entries: number; readonly faults: readonly unknown[] }> {
  const { database, clock } = court.server
  await sealAllOf(court.server, signer)
  const verifier = makeVerifier({ tree: journalHash, digest: sm3, isSigned: isSignedBy, trusted: new Set([signer.key]), witnessed: [] })
  await database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      for await (const line of journalLines(tx, court.jurisdictionId, clock.now())) verifier.take(line)
    })
  const report = verifier.end()
  return { entries: report.entries, faults: report.faults }
}

test('assurance 74: at its end what it held is gone everywhere, what was done with it stays', async () => {
  const packs = await loadPacks()
  const { database, clock } = court.server
  const parts = { db: database.db, packs, newId: uuidv7 }
  expect(await eraseEnded({ ...parts, now: clock.now() })).toBe(0)
  const before = await sealAndVerify()
  expect(before.faults).toEqual([])
  clock.forward(3 * 366 * 24 * 60)
  expect(await eraseEnded({ ...parts, now: clock.now() })).toBe(1)
  const after = await sealAndVerify()
  expect([after.faults, after.entries > before.entries]).toEqual([[], true])
  const { rows: tables } = await database.pool.query<{ name: string }>(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  )
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ found: boolean }>(`SELECT bool_or(t::text LIKE '%${CANARY}%') AS found FROM ${name} t`)
    expect([name, rows[0]?.found ?? false]).toEqual([name, false])
  }
  const { rows } = await database.pool.query('SELECT verb, actor_id FROM journal_entry WHERE subject_id = $1 ORDER BY at, id', [record])
  expect(rows.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['record.enter', 'record.read', 'objection.make', 'record.erase']))
})
