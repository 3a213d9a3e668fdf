import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInNew } from '#server/account/account.fixture.ts'
import { otherCourt } from '#server/import/plan.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { uploaded } from '#server/evidence/evidence.fixture.ts'
import { everyProcedure } from '#test/database/procedures.ts'
import { sampleRequest } from '#test/database/sample-input.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const ABSENT = '0198f4a0-0000-7000-8000-00000000dead'

let court: Court
let office = ''
let unit = ''
let foreign = ''
/** Ids of the first court that neither the unit nor the other court may see. */
const hidden: string[] = []
beforeAll(async () => {
  court = await startCourt()
  const { server } = court
  office = (await server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session'),
  })
  const draft = await enter(court, 'study-session', studyOf(court, '2026-02-02', { state: 'draft', org: court.org('政治部') }))
  const { evidence } = await uploaded(court, office, '材料.txt', Buffer.from('材料'))
  unit = (await signInNew(server, office, { person: court.person('陆怀瑾'), name: '陆怀瑾', post: 'unit' })).cookie
  foreign = await otherCourt(server)
  hidden.push(draft.record.id, evidence.id, court.commitment('1-1-3'), court.planId, court.org('政治部'), court.person('程砚秋'))
})
afterAll(() => court.server.close())

const taking = everyProcedure().filter(({ path }) => path.includes('{'))
/** What one does with one's own session and factors answers 401 to a wrong code. */
const OWN = /^(?:session|secondFactor|federated|setup)\./

describe('assurance 36: what is of others answers as what is not there', () => {
  const answerTo = async (procedure: (typeof taking)[number], id: string, cookie: string) => {
    const { url, payload } = sampleRequest(procedure, id)
    const { status, body } = await court.server.ask(procedure.method, url, payload, cookie)
    return `${status} ${JSON.stringify(body)}`.replaceAll(id, 'id')
  }

  test.for(taking)('$name asked by another court', async (procedure) => {
    const none = await answerTo(procedure, ABSENT, foreign)
    for (const id of hidden) expect(await answerTo(procedure, id, foreign)).toBe(none)
  })

  // people and orgs are everybody's in their own court, and the plan's document is issued whole
  test.for(taking)('$name asked by another unit', async (procedure) => {
    const none = await answerTo(procedure, ABSENT, unit)
    for (const id of hidden.slice(0, 2)) expect(await answerTo(procedure, id, unit)).toBe(none)
  })
})

const writing = everyProcedure().filter(({ method, input, name }) => input !== null && /P/.test(method) && !OWN.test(name))

test.for(writing)('assurance 41: $name takes nothing that it does not ask for', async (procedure) => {
  const { url, payload } = sampleRequest(procedure, ABSENT)
  for (const extra of [{ jurisdictionId: ABSENT }, { status: 'accepted' }, { createdBy: ABSENT, post: 'office' }, { isStanding: true }]) {
    const answer = await court.server.ask(procedure.method, url, { ...payload, ...extra }, office)
    // who may not is told so before anything is read
    expect([400, 403]).toContain(answer.status)
  }
})

describe('a token that was never given opens nothing', () => {
  const forged: readonly (readonly [string, () => string])[] = [
    ['of nobody', () => 'xiaohao-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['with another end', () => `${office.slice(0, -1)}${office.endsWith('A') ? 'B' : 'A'}`],
    ['cut short', () => office.slice(0, -4)],
    ['with more behind it', () => `${office}AAAA`],
    ['twice the same', () => `${office.replace('=', '=x')}; ${office.replace('=', '=y')}`],
    ['empty', () => 'xiaohao-session='],
    ['long', () => `xiaohao-session=${'A'.repeat(7000)}`],
    ['with a quote', () => "xiaohao-session=' OR 1=1 --"],
    ['with a prototype', () => '__proto__=x; constructor=y'],
  ]
  test.for(forged)('%s', async ([, cookie]) => {
    expect(await court.server.ask('GET', '/api/plans', null, cookie())).toMatchObject({ status: 401 })
  })
})

describe('assurance 57: words are words', () => {
  const HOSTILE = [
    "'; DROP TABLE plan; --",
    "' OR '1'='1",
    '$1',
    '%',
    '_',
    '\\',
    '{"$gt":""}',
    '__proto__',
    'constructor',
    '<script>alert(1)</script>',
    '{{7*7}}',
    '${7*7}',
    '../../etc/passwd',
    '(a+)+$',
    '\u202Egpj.exe',
    '%0d%0aSet-Cookie: x=y',
  ]
  const view = { plan: null, filters: [], sort: [], groupBy: null, asOf: null, knownAt: null }

  test.for(HOSTILE)('%j where something is looked for', async (words) => {
    const asked = [
      await court.ask('POST', '/ledger/values', { view, column: 'sentence', search: words }),
      await court.ask('POST', '/registers/study-session/records/window', { text: words, offset: 0, limit: 10 }),
      await court.ask('POST', '/records/parties', { text: words, kinds: ['person', 'org'], on: '2026-03-02' }),
      await court.ask('POST', '/records/names', { keys: [words, `person:${words}`] }),
      await court.ask('POST', '/journal/window', { actor: words }),
      await court.ask('GET', `/calendar?month=2026-03&unit=${encodeURIComponent(words)}&subject=${encodeURIComponent(words)}`),
    ]
    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 200))
  })

  test.for(HOSTILE)('%j where something is entered', async (words) => {
    const topic = `学习${words}`
    const { record } = await enter(court, 'study-session', {
      ...studyOf(court, '2026-02-03'),
      values: { form: '专题辅导', themes: ['其他'], topic },
    })
    expect(record.values).toMatchObject({ topic })
    expect((await court.ask('GET', `/records/${record.id}`)).body).toMatchObject({ revisions: [{ values: { topic } }] })
  })

  test.for([
    '/api/organisation?asOf=2026-03-01&asOf=2026-03-02',
    '/api/organisation?asOf[]=2026-03-01',
    '/api/organisation?asOf[$gt]=1',
    '/api/organisation?__proto__[x]=1',
    '/api/organisation?asOf=%00',
    `/api/commitments/${ABSENT}%00`,
    '/api/commitments/..%2f..%2fetc%2fpasswd',
    '/api/records/%ff%fe',
  ])('%s is no bug', async (url) => {
    const { status } = await court.server.ask('GET', url, null, office)
    expect([400, 404]).toContain(status)
  })
})

describe('assurance 58: requests that two readers would read differently are refused', () => {
  const CRLF = '\r\n'
  const raw = async (...lines: readonly string[]): Promise<string> => {
    const { app } = court.server
    if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
    const address = app.server.address()
    const socket = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
    socket.write(lines.join(CRLF))
    await new Promise((over) => socket.once('close', over))
    return heard.split(CRLF)[0] ?? ''
  }
  const start = ['POST /api/session HTTP/1.1', 'Host: 127.0.0.1', 'Content-Type: application/json', 'Connection: close']

  test.for([
    ['a length and chunks', [...start, 'Content-Length: 4', 'Transfer-Encoding: chunked', '', '0', '', ''], / 400 /],
    ['two lengths', [...start, 'Content-Length: 2', 'Content-Length: 40', '', '{}'], / 400 /],
    ['chunks by another name', [...start, 'Transfer-Encoding: xchunked', '', '0', '', ''], / 4\d\d | 501 /],
    ['a bare line feed in a header', [...start, 'X-A: b\nTransfer-Encoding: chunked', 'Content-Length: 4', '', '0', '', ''], / 400 /],
    ['a space before the colon', [...start, 'Content-Length : 4', '', '{}xx'], / 400 /],
    ['no host', ['GET /api/session HTTP/1.1', 'Connection: close', '', ''], / 400 /],
    ['headers without an end', [...start, ...Array.from({ length: 400 }, (_, n) => `X-${n}: ${'a'.repeat(100)}`), '', ''], / 431 /],
  ] as const)('%s', async ([, lines, status]) => {
    expect(await raw(...lines)).toMatch(status)
  })

  test('headers and bodies must come in time', () => {
    const { headersTimeout, requestTimeout } = court.server.app.server
    expect([headersTimeout > 0 && headersTimeout <= 60_000, requestTimeout > 0]).toEqual([true, true])
  })
})
