import * as z from 'zod'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { PlanView } from '#contract/plan.ts'
import { SignedIn } from '#contract/session.ts'
import { Commitment } from '#core/commitment/commitment.ts'
import { planImportJob } from '#server/import/job.ts'
import { otherCourt, storePlan } from '#server/import/plan.fixture.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
let accountId: string
let planId: string

beforeAll(async () => {
  server = await startTestServer({ jobNames: [planImportJob.name] })
  cookie = await server.setUp()
  accountId = SignedIn.parse((await server.ask('GET', '/api/session', null, cookie)).body).accountId
})
beforeEach(async () => {
  planId = await storePlan(server, accountId)
})
afterAll(() => server.close())

const Changed = z.object({ commitments: z.array(Commitment) })

async function getPlan() {
  return PlanView.parse((await server.ask('GET', `/api/plans/${planId}`, null, cookie)).body)
}

async function commitmentOf(ref: string) {
  const found = (await getPlan()).commitments.find((one) => one.ref === ref)
  if (!found) throw new Error(ref)
  return found
}

async function ask(method: 'POST' | 'PATCH', path: string, payload: object) {
  return server.ask(method, `/api/plans/${planId}/${path}`, payload, cookie)
}

async function changed(method: 'POST' | 'PATCH', path: string, payload: object) {
  const answer = await ask(method, path, payload)
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return Changed.parse(answer.body).commitments
}

async function lastEntry() {
  const { jurisdictionId } = await server.database.db
    .selectFrom('account')
    .select('jurisdictionId')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return server.database.db
    .selectFrom('journalEntry')
    .select(['verb', 'subjectId', 'before', 'after', 'actorName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
}

test('an edit keeps the original beside it and is journalled before and after', async () => {
  const { id, version, reading } = await commitmentOf('1-1-1')
  const [edited] = await changed('PATCH', `commitments/${id}`, {
    version,
    changes: { value: '10', leadOrgs: ['办公室'] },
    note: '按会议纪要',
  })
  expect(edited).toMatchObject({
    version: 2,
    reading: { value: { value: '10', because: 'person' }, unit: reading.unit, leadOrgs: [{ value: '办公室' }] },
    original: { value: { value: '12', certainty: 'stated' } },
    decision: { kind: 'edited', by: '张三', note: '按会议纪要' },
  })
  expect(await commitmentOf('1-1-1')).toEqual(edited)
  expect(await lastEntry()).toMatchObject({
    verb: 'commitment.edit',
    subjectId: id,
    actorName: '张三',
    before: { version: 1, reading: { value: { value: '12' } } },
    after: { version: 2, reading: { value: { value: '10' } } },
  })
})

test('a change made on what no longer stands is a conflict', async () => {
  const { id } = await commitmentOf('1-1-1')
  await changed('PATCH', `commitments/${id}`, { version: 1, changes: { value: '10' } })
  for (const [method, path, payload] of [
    ['PATCH', `commitments/${id}`, { changes: { value: '11' } }],
    ['POST', `commitments/${id}/discard`, { reason: 'wording' }],
    ['POST', `commitments/${id}/restore`, {}],
  ] as const)
    expect(await ask(method, path, { version: 1, ...payload })).toMatchObject({
      status: 409,
      code: 'CONFLICT',
      body: { data: { version: 2 } },
    })
  expect((await commitmentOf('1-1-1')).reading.value?.value).toBe('10')
})

test('of two changes at once one is made', async () => {
  const { id } = await commitmentOf('1-1-1')
  const answers = await Promise.all(['5', '6', '7'].map((value) => ask('PATCH', `commitments/${id}`, { version: 1, changes: { value } })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(2)
})

test('a refusal names its code and changes nothing', async () => {
  const { id } = await commitmentOf('1-1-1')
  const answer = await ask('PATCH', `commitments/${id}`, { version: 1, changes: { value: null } })
  expect(answer).toMatchObject({ status: 422, body: { code: 'REFUSED', data: { refusal: 'value-missing', params: { kind: 'count' } } } })
  expect((await commitmentOf('1-1-1')).version).toBe(1)
})

test('parts stand at the place of what was split, and give way when it is restored', async () => {
  const { id } = await commitmentOf('1-1-1')
  const parts = [
    { span: { start: 0, end: 6 }, text: 'x', changes: { value: '6' } },
    { span: null, text: '另行组织6次', changes: { value: '6' } },
  ]
  const [whole, a, b] = await changed('POST', `commitments/${id}/split`, { version: 1, parts })
  expect([whole?.state, a?.ref, b?.ref, b?.text, b?.state]).toEqual(['replaced', '1-1-1a', '1-1-1b', '另行组织6次', 'draft'])
  expect(whole?.replacedBy).toEqual([a?.id, b?.id])
  expect((await getPlan()).commitments.map(({ ref }) => ref)).toEqual(['1-1-1', '1-1-1a', '1-1-1b', '1-1-2', '1-1-3', '1-1-4', '2-1-1'])
  expect(await ask('PATCH', `commitments/${id}`, { version: 2, changes: { value: '1' } })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'replaced' } },
  })
  const restored = await changed('POST', `commitments/${id}/restore`, { version: 2 })
  expect(restored.map(({ ref, state }) => [ref, state])).toEqual([
    ['1-1-1', 'draft'],
    ['1-1-1a', 'discarded'],
    ['1-1-1b', 'discarded'],
  ])
})

test('merged ones are covered by the text of the kept one until restored', async () => {
  const [into, other] = [await commitmentOf('1-1-3'), await commitmentOf('1-1-4')]
  const [kept, gone] = await changed('POST', 'commitments/merge', { into: into.id, others: [other.id], versions: [1, 1] })
  expect(kept).toMatchObject({ text: '修订议事规则；定期跟踪问效', own: { text: '修订议事规则' }, version: 2 })
  expect(gone).toMatchObject({ state: 'replaced', replacedBy: [into.id] })
  const stale = await ask('POST', 'commitments/merge', { into: into.id, others: [(await commitmentOf('1-1-1')).id], versions: [1, 1] })
  expect(stale).toMatchObject({ status: 409, body: { data: { version: 2 } } })
  const short = await ask('POST', 'commitments/merge', {
    into: into.id,
    others: [other.id, (await commitmentOf('1-1-1')).id],
    versions: [2, 2],
  })
  expect(short).toMatchObject({ status: 400, code: 'INVALID' })
  const restored = await changed('POST', `commitments/${other.id}/restore`, { version: 2 })
  expect(restored.map(({ ref, state, text }) => [ref, state, text])).toEqual([
    ['1-1-4', 'draft', '定期跟踪问效'],
    ['1-1-3', 'draft', '修订议事规则'],
  ])
})

test('what is discarded stays in the plan and comes back', async () => {
  const { id } = await commitmentOf('1-1-4')
  const [discarded] = await changed('POST', `commitments/${id}/discard`, { version: 1, reason: 'wording', note: '一般要求' })
  expect(discarded).toMatchObject({ state: 'discarded', decision: { kind: 'discarded', reason: 'wording', note: '一般要求' } })
  expect(await ask('POST', `commitments/${id}/discard`, { version: 2, reason: 'wording' })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'discarded' } },
  })
  expect(await changed('POST', `commitments/${id}/restore`, { version: 2 })).toMatchObject([{ state: 'draft', version: 3 }])
})

test('what is added stands at its place in the text, with the place of its clause', async () => {
  const { document, clauses, commitments } = await getPlan()
  const clause = commitments[0]?.clause
  const start = document.text.indexOf('法治专题')
  const [added] = await changed('POST', 'commitments', {
    clause,
    span: { start, end: start + 4 },
    text: 'x',
    changes: { leaders: ['许明远'] },
  })
  expect(added).toMatchObject({ ref: '1-1-5', text: '法治专题', original: null, decision: { kind: 'added' } })
  expect((await getPlan()).commitments.map(({ ref }) => ref)).toEqual(['1-1-1', '1-1-5', '1-1-2', '1-1-3', '1-1-4', '2-1-1'])
  const aspect = clauses.find(({ title }) => title === '聚焦作风')?.id
  await changed('POST', 'commitments', { clause: aspect, span: null, text: '每月通报一次', changes: {} })
  expect((await getPlan()).commitments.map(({ ref }) => ref).slice(-3)).toEqual(['1-1-4', '2-1-1', '增-1'])
})

test('what another court holds answers like what is absent', async () => {
  const { id, clause } = await commitmentOf('1-1-1')
  const foreign = await otherCourt(server)
  const absent = '0198f4a0-0000-7000-8000-00000000dead'
  const requests = (plan: string, one: string) =>
    [
      ['PATCH', `/api/plans/${plan}/commitments/${one}`, { version: 1, changes: { value: '1' } }],
      ['POST', `/api/plans/${plan}/commitments`, { clause, span: null, text: '甲', changes: {} }],
      [
        'POST',
        `/api/plans/${plan}/commitments/${one}/split`,
        {
          version: 1,
          parts: [
            { span: null, text: '甲', changes: {} },
            { span: null, text: '乙', changes: {} },
          ],
        },
      ],
      ['POST', `/api/plans/${plan}/commitments/merge`, { into: one, others: [absent], versions: [1, 1] }],
      ['POST', `/api/plans/${plan}/commitments/${one}/discard`, { version: 1, reason: 'wording' }],
      ['POST', `/api/plans/${plan}/commitments/${one}/restore`, { version: 1 }],
    ] as const
  for (const [index, [method, url, payload]] of requests(planId, id).entries()) {
    const [, absentUrl, absentPayload] = requests(absent, absent)[index] ?? []
    const there = await server.ask(method, url, payload, foreign)
    const nowhere = await server.ask(method, absentUrl ?? '', absentPayload ?? null, foreign)
    expect(there.status).toBe(404)
    expect(there.body).toEqual(nowhere.body)
  }
  expect((await commitmentOf('1-1-1')).version).toBe(1)
})

test('change and journal entry stand or fall together', async () => {
  const { id } = await commitmentOf('1-1-1')
  const { pool } = server.database
  await pool.query('ALTER TABLE journal_entry ADD CONSTRAINT full_disk CHECK (false) NOT VALID')
  const failed = await ask('PATCH', `commitments/${id}`, { version: 1, changes: { value: '10' } })
  await pool.query('ALTER TABLE journal_entry DROP CONSTRAINT full_disk')
  expect(failed.status).toBe(500)
  expect((await commitmentOf('1-1-1')).version).toBe(1)
  await pool.query('ALTER TABLE commitment ADD CONSTRAINT full_disk CHECK (false) NOT VALID')
  const before = await lastEntry()
  expect((await ask('PATCH', `commitments/${id}`, { version: 1, changes: { value: '10' } })).status).toBe(500)
  await pool.query('ALTER TABLE commitment DROP CONSTRAINT full_disk')
  expect(await lastEntry()).toEqual(before)
})
