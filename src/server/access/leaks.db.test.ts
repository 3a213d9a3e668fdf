import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { PlanView } from '#contract/plan.ts'
import { SignedIn } from '#contract/session.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { definitionOf, enter, startCourt, studyOf, type Court } from '#server/occurrence/court.fixture.ts'
import { everyProcedure } from '#test/database/procedures.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'
import { sampleRequest } from '#test/database/sample-input.ts'

/** Words that stand in rows of one unit alone, by whose they are. */
const CANARY = { politics: 'CANARY-POLITICS', office: 'CANARY-OFFICE' } as const
type Unit = keyof typeof CANARY

let court: Court
let leader: string
/** A record about one person, kept by the political department alone. */
let about = ''
const PERSONAL = 'CANARY-PERSONAL'
const cookies: Record<Unit, string> = { politics: '', office: '' }
const own: Record<Unit, { readonly commitment: string; readonly record: string }> = {
  politics: { commitment: '', record: '' },
  office: { commitment: '', record: '' },
}
const everything: string[] = []

/** A commitment that one unit leads, in a person's own words, with a definition and a draft record of that unit. */
async function plant(unit: Unit, org: string): Promise<void> {
  const { clauses } = PlanView.parse((await court.ask('GET', `/plans/${court.planId}`)).body)
  const clause = clauses.find(({ kind }) => kind === 'measure')?.id
  const changes = {
    leadOrgs: [org],
    object: CANARY[unit],
    kind: 'count',
    comparator: '>=',
    value: '2',
    unit: '次',
    period: { unit: 'year', every: 1 },
  }
  const added = await court.ask('POST', `/plans/${court.planId}/commitments`, {
    clause,
    span: null,
    text: `${CANARY[unit]}每年开展2次`,
    changes,
  })
  if (added.status !== 200) throw new Error(JSON.stringify(added.body))
  const commitment = z.object({ commitments: z.array(z.object({ id: z.string() })) }).parse(added.body).commitments[0]?.id ?? ''
  await court.ask('POST', `/plans/${court.planId}/confirm`, { clause: null })
  await court.ask('PUT', `/commitments/${commitment}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session', { org: court.org(org) }),
  })
  const draft = { org: court.org(org), state: 'draft', values: { form: '专题辅导', themes: ['审判执行难点'], topic: CANARY[unit] } }
  const { record } = await enter(court, 'study-session', studyOf(court, '2026-02-02', draft))
  own[unit] = { commitment, record: record.id }
}

/** What the political department keeps about the head of the office. */
async function plantAboutPerson(): Promise<string> {
  const entry = {
    org: court.org('政治部'),
    occurredOn: { from: '2026-02-02', to: '2026-02-02' },
    subjects: [{ kind: 'person', id: court.person('陆怀瑾') }],
    values: { kind: '正面', item: PERSONAL, basis: PERSONAL },
    state: 'submitted',
  }
  const entered = await court.server.ask('POST', '/api/registers/conduct-entry/records', entry, cookies.politics)
  return z.object({ record: z.object({ id: z.string() }) }).parse(entered.body).record.id
}

beforeAll(async () => {
  court = await startCourt()
  await plant('politics', '政治部')
  await plant('office', '办公室')
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const signIn = async (name: string, post: 'unit' | 'leader') =>
    signInNew(court.server, office, { person: court.person(name), name, post })
  const made = {
    politics: await signIn('程砚秋', 'unit'),
    office: await signIn('陆怀瑾', 'unit'),
    leader: await signIn('许明远', 'leader'),
  }
  cookies.politics = made.politics.cookie
  cookies.office = made.office.cookie
  leader = made.leader.cookie
  await court.server.ask(
    'POST',
    '/api/grants/clearances',
    { account: made.politics.id, clearance: 'sensitive', reason: '干部人事工作' },
    office,
  )
  about = await plantAboutPerson()
  const ids = [own.politics, own.office].flatMap(({ commitment, record }) => [commitment, record])
  everything.push(...ids, court.planId, court.org('政治部'))
})
afterAll(() => court.server.close())

const raw = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload: object | null, cookie: string) => {
  const answer = await court.server.app.inject({ method, url, ...(payload ? { payload } : {}), headers: { cookie } })
  return { status: answer.statusCode, body: wordsOf(answer.rawPayload) }
}

/** The bytes as text; of a workbook the text of all its parts. */
function wordsOf(bytes: Buffer): string {
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK'
  return isZip
    ? Object.values(unzipSync(bytes))
        .map((part) => Buffer.from(part).toString('utf8'))
        .join('')
    : bytes.toString('utf8')
}

/** What every route answers about every id, and about nothing in particular. */
async function answersTo(cookie: string): Promise<readonly { readonly name: string; readonly body: string }[]> {
  const answers: { name: string; body: string }[] = []
  for (const procedure of everyProcedure().filter(({ name }) => !name.startsWith('session.') && !name.startsWith('setup.'))) {
    const requests = new Map(everything.map((id) => sampleRequest(procedure, id)).map((request) => [JSON.stringify(request), request]))
    for (const { url, payload } of requests.values()) {
      const { status, body } = await raw(procedure.method, url, payload, cookie)
      answers.push({ name: procedure.name, body })
      // denied to the post, whatever it is about; or a file, which takes long and is asked for below
      if (status === 403 || procedure.name.endsWith('.export')) break
    }
  }
  const view = {
    plan: null,
    filters: [{ kind: 'oneOf', column: 'state', values: ['draft', 'confirmed'] }],
    sort: [],
    groupBy: null,
    asOf: null,
    knownAt: null,
  }
  for (const [path, more] of [
    ['/ledger/window', { offset: 0, limit: 100 }],
    ['/ledger/values', { column: 'sentence', search: '' }],
    ['/ledger/counts', { by: 'leadOrgs' }],
    ['/ledger/export', { columns: ['sentence', 'leadOrgs'] }],
    ['/registers/study-session/records/window', { offset: 0, limit: 100, view: undefined }],
    ['/records/names', { keys: everything.flatMap((id) => [`record:${id}`, `commitment:${id}`]), view: undefined }],
  ] as const)
    answers.push({ name: path, body: (await raw('POST', `/api${path}`, { view, ...more }, cookie)).body })
  return answers
}

test.for([
  ['politics', 'office'],
  ['office', 'politics'],
] as const)('no route tells %s a word of what %s leads or drafts, and it finds its own', { timeout: 120_000 }, async ([unit, other]) => {
  const answers = await answersTo(cookies[unit])
  expect(answers.filter(({ body }) => body.includes(CANARY[other])).map(({ name }) => name)).toEqual([])
  const found = new Set(answers.filter(({ body }) => body.includes(CANARY[unit])).map(({ name }) => name))
  for (const name of [
    'home.get',
    'plan.get',
    'commitment.get',
    'record.history',
    '/ledger/window',
    '/ledger/values',
    '/ledger/export',
    '/records/names',
  ])
    expect(found).toContain(name)
})

test.for(['politics', 'office'] as const)('what is not %s’s answers as what is not there', async (unit) => {
  const other = own[unit === 'politics' ? 'office' : 'politics']
  const absent = '0198f4a0-0000-7000-8000-00000000dead'
  for (const path of ['/api/commitments/{}', '/api/commitments/{}/occurrences', '/api/commitments/{}/counting'])
    expect(await raw('GET', path.replace('{}', other.commitment), null, cookies[unit])).toEqual(
      await raw('GET', path.replace('{}', absent), null, cookies[unit]),
    )
  const page = { offset: 0, limit: 10 }
  expect(await raw('POST', `/api/commitments/${other.commitment}/evidence`, page, cookies[unit])).toEqual(
    await raw('POST', `/api/commitments/${absent}/evidence`, page, cookies[unit]),
  )
  const [record, none] = [`/api/records/${other.record}`, `/api/records/${absent}`]
  expect(await raw('GET', record, null, cookies[unit])).toEqual(await raw('GET', none, null, cookies[unit]))
  const voiding = { revision: 1, reason: '这一条不该由别的部门作废' }
  expect(await raw('POST', `${record}/void`, voiding, cookies[unit])).toEqual(await raw('POST', `${none}/void`, voiding, cookies[unit]))
})

test('a leader sees the rows of every unit, and no draft record of one they do not look after', { timeout: 120_000 }, async () => {
  const answers = await answersTo(leader)
  const told = (name: string, words: string) => answers.some((answer) => answer.name === name && answer.body.includes(words))
  expect([told('/ledger/window', CANARY.politics), told('/ledger/window', CANARY.office)]).toEqual([true, true])
  expect(told('record.history', CANARY.politics)).toBe(false)
})

/** The routes that tell what is kept about a person. */
async function routesThatTell(cookie: string): Promise<readonly string[]> {
  return (await answersTo(cookie)).filter(({ body }) => body.includes(PERSONAL)).map(({ name }) => name)
}

test(
  'no route tells the office, a leader or a head what is kept about a person; they themselves see it in one place',
  { timeout: 240_000 },
  async () => {
    everything.splice(0, everything.length, about)
    const first = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
    expect([await routesThatTell(first), await routesThatTell(leader)]).toEqual([[], []])
    expect(await routesThatTell(cookies.office)).toEqual(['personal.aboutMe'])
  },
)

test('a unit enters for itself alone, and in registers it fills', async () => {
  const enterAs = async (org: string, register = 'branch-meeting') =>
    raw('POST', `/api/registers/${register}/records`, { ...studyOf(court, '2026-02-03'), org: court.org(org) }, cookies.office)
  expect(JSON.parse((await enterAs('办公室', 'supervision-check')).body)).toMatchObject({ data: { refusal: 'register-not-yours' } })
  expect((await enterAs('政治部')).status).toBeGreaterThanOrEqual(400)
  const asked = await court.server.ask('GET', '/api/session', null, cookies.office)
  expect(SignedIn.parse(asked.body).post).toBe('unit')
})
