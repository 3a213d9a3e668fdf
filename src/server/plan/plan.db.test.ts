import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { PlanView } from '#contract/plan.ts'
import { SignedIn } from '#contract/session.ts'
import { planImportJob } from '#server/import/job.ts'
import { otherCourt, smallPlan, storePlan } from '#server/import/plan.fixture.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
let foreign: string
let accountId: string
let planId: string

beforeAll(async () => {
  server = await startTestServer({ jobNames: [planImportJob.name] })
  cookie = await server.setUp()
  foreign = await otherCourt(server)
  accountId = SignedIn.parse((await server.ask('GET', '/api/session', null, cookie)).body).accountId
})
beforeEach(async () => {
  planId = await storePlan(server, accountId)
})
afterAll(() => server.close())

async function getPlan() {
  return PlanView.parse((await server.ask('GET', `/api/plans/${planId}`, null, cookie)).body)
}

async function questionId(code: string): Promise<string> {
  return (await getPlan()).questions.find((question) => question.code === code)?.id ?? ''
}

async function answer(code: string, given: object) {
  return server.ask('POST', `/api/plans/${planId}/questions/${await questionId(code)}/answer`, { answer: given }, cookie)
}

test('a plan comes back as it was read', async () => {
  const { plan, frame, document, clauses, commitments, questions } = await getPlan()
  expect(plan).toMatchObject({
    title: '某院整改方案',
    fileName: '某院整改方案.txt',
    importedBy: '张三',
    commitments: 5,
    confirmed: 0,
    openQuestions: 5,
  })
  expect(document).toEqual(smallPlan.document)
  expect(frame.inForceFrom).toBeNull()
  expect(clauses.map(({ kind }) => kind)).toEqual(smallPlan.draft.clauses.map(({ kind }) => kind))
  expect(clauses[3]?.parent).toBe(clauses[1]?.id)
  expect(commitments.map(({ text }) => text)).toEqual(
    smallPlan.draft.commitments.map(({ span }) => document.text.slice(span.start, span.end)),
  )
  expect(commitments.map(({ reading }) => reading)).toEqual(smallPlan.draft.commitments.map(({ reading }) => reading))
  expect(commitments[1]?.within).toBe(commitments[0]?.id)
  expect(questions[2]?.commitments).toEqual([commitments[0]?.id])
})

test('plans are listed with what is left to do, each court its own', async () => {
  const listed = (await server.ask('GET', '/api/plans', null, cookie)).body['items']
  expect(listed).toContainEqual((await getPlan()).plan)
  expect((await server.ask('GET', '/api/plans', null, foreign)).body).toEqual({ items: [] })
})

async function confirm(clause: string | null | undefined) {
  return server.ask('POST', `/api/plans/${planId}/confirm`, { clause }, cookie)
}

test('an aspect is confirmed with all below it, then the rest of the plan', async () => {
  const { clauses } = await getPlan()
  const aspect = clauses.find(({ title }) => title === '聚焦学习')?.id
  expect((await confirm(aspect)).body['commitments']).toHaveLength(4)
  expect((await getPlan()).commitments.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed', 'draft'])
  expect(await confirm(aspect)).toMatchObject({ status: 422, body: { data: { refusal: 'nothing-to-confirm' } } })
  expect((await confirm(null)).body['commitments']).toHaveLength(1)
  expect((await getPlan()).plan).toMatchObject({ commitments: 5, confirmed: 5 })
  expect(await confirm('0198f4a0-0000-7000-8000-00000000dead')).toMatchObject({ status: 404 })
})

test('an answer changes what it was asked about and stands as its 口径; answering again replaces it', async () => {
  const first = await answer('each-or-whole', { kind: 'choice', value: 'per-member' })
  expect(first).toMatchObject({
    status: 200,
    body: {
      question: { code: 'each-or-whole', answeredBy: '张三', answer: { value: 'per-member' } },
      commitments: [
        { ref: '1-1-1', version: 2, reading: { scope: { value: 'per-member' } }, basis: [{ code: 'each-or-whole', answer: 'per-member' }] },
      ],
    },
  })
  await answer('each-or-whole', { kind: 'choice', value: 'org' })
  const { commitments, plan } = await getPlan()
  expect(commitments[0]).toMatchObject({ reading: { scope: { value: 'org' } }, basis: [{ answer: 'org' }], version: 3 })
  expect(plan.openQuestions).toBe(4)
})

test('the frame is the plan’s, and what is to be done at once falls due by it', async () => {
  await answer('immediate-limit', { kind: 'days', days: 30 })
  const answered = await answer('in-force', { kind: 'interval', from: '2026-03-01', to: '2026-12-31' })
  expect(answered.body).toMatchObject({
    frame: { inForceFrom: '2026-03-01', inForceTo: '2026-12-31', immediateLimitDays: 30 },
    commitments: [{ ref: '1-1-3', reading: { deadline: { value: '2026-03-31' } } }],
  })
  expect((await getPlan()).frame).toEqual(answered.body['frame'])
})

test('a definition makes a vague target one that computes', async () => {
  expect(await answer('definition', { kind: 'definition', changes: { kind: 'count', value: '3' }, note: '' })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'comparator-missing' } },
  })
  await answer('definition', {
    kind: 'definition',
    changes: { kind: 'count', comparator: '<=', value: '30', unit: '次' },
    note: '全院会议',
  })
  expect((await getPlan()).commitments[4]).toMatchObject({
    reading: { kind: 'count', value: { value: '30' } },
    basis: [{ answer: '全院会议' }],
  })
})

test('restoring a commitment keeps what was answered about it', async () => {
  await answer('each-or-whole', { kind: 'choice', value: 'per-member' })
  const [commitment] = (await getPlan()).commitments
  await server.ask(
    'PATCH',
    `/api/plans/${planId}/commitments/${commitment?.id}`,
    { version: 2, changes: { value: '3', scope: 'org' } },
    cookie,
  )
  await server.ask('POST', `/api/plans/${planId}/commitments/${commitment?.id}/restore`, { version: 3 }, cookie)
  expect((await getPlan()).commitments[0]).toMatchObject({
    reading: { value: { value: '12' }, scope: { value: 'per-member' } },
    version: 4,
  })
})

test('a plan goes while nothing of it is confirmed, with its file', async () => {
  const count = async () => {
    const { rows } = await server.database.pool.query(
      `SELECT (SELECT count(*) FROM plan_document WHERE plan_id = $1)::int AS documents, (SELECT count(*) FROM clause WHERE plan_id = $1)::int AS clauses,
        (SELECT count(*) FROM commitment WHERE plan_id = $1)::int AS commitments, (SELECT count(*) FROM question WHERE plan_id = $1)::int AS questions,
        (SELECT count(*) FROM stored_file)::int AS files`,
      [planId],
    )
    return rows[0]
  }
  const { files } = await count()
  expect((await server.ask('DELETE', `/api/plans/${planId}`, null, cookie)).status).toBe(200)
  expect(await count()).toEqual({ documents: 0, clauses: 0, commitments: 0, questions: 0, files: files - 1 })
  expect((await server.ask('GET', `/api/plans/${planId}`, null, cookie)).status).toBe(404)
})

test('a plan of which something is confirmed stays', async () => {
  await server.ask('POST', `/api/plans/${planId}/confirm`, { clause: null }, cookie)
  expect(await server.ask('DELETE', `/api/plans/${planId}`, null, cookie)).toMatchObject({
    status: 422,
    body: { data: { refusal: 'has-confirmed', params: { count: '5' } } },
  })
})

test('another court’s plan answers like an absent one', async () => {
  const question = await questionId('in-force')
  const requests = [
    ['GET', '', null],
    ['DELETE', '', null],
    ['POST', '/confirm', { clause: null }],
    ['POST', `/questions/${question}/answer`, { answer: { kind: 'days', days: 3 } }],
  ] as const
  for (const [method, path, payload] of requests) {
    const there = await server.ask(method, `/api/plans/${planId}${path}`, payload, foreign)
    const nowhere = await server.ask(method, `/api/plans/0198f4a0-0000-7000-8000-00000000dead${path}`, payload, foreign)
    expect(there.status).toBe(404)
    expect(there.body).toEqual(nowhere.body)
  }
})

test('every verb writes one entry', async () => {
  const { jurisdictionId } = await server.database.db
    .selectFrom('account')
    .select('jurisdictionId')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const entries = async () => {
    const rows = await server.database.db
      .selectFrom('journalEntry')
      .select('verb')
      .where('jurisdictionId', '=', jurisdictionId)
      .orderBy('id')
      .execute()
    return rows.map(({ verb }) => verb)
  }
  const before = (await entries()).length
  const [first] = (await getPlan()).commitments
  await answer('each-or-whole', { kind: 'choice', value: 'org' })
  await server.ask('PATCH', `/api/plans/${planId}/commitments/${first?.id}`, { version: 2, changes: { value: '3' } }, cookie)
  await server.ask('POST', `/api/plans/${planId}/confirm`, { clause: null }, cookie)
  await server.ask('GET', '/api/plans', null, cookie)
  expect((await entries()).slice(before)).toEqual(['question.answer', 'commitment.edit', 'plan.confirm'])
})
