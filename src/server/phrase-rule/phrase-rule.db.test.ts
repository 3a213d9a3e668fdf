import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RulePreview } from '#contract/phrase-rule.ts'
import { PlanView } from '#contract/plan.ts'
import { PhraseRule, RuleFile, type Teaching } from '#core/phrase-rule/phrase-rule.ts'
import { planImportJob } from '#server/import/job.ts'
import { runImport } from '#server/import/run-import.ts'
import { startImport } from '#server/import/start-import.ts'
import { jobContext } from '#server/jobs/context.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { SignedIn } from '#contract/session.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

const planOf = (sentence: string) => `某院整改方案\n（2026年1月20日通过）\n一、整改措施\n1.强化督导。每季度组织研讨不少于2次。${sentence}\n`
const rhythm: Teaching = { kind: 'rhythm', period: { unit: 'quarter', every: 1 } }

let server: TestServer
let cookie: string
let owner: { accountId: string; jurisdictionId: string }

beforeAll(async () => {
  server = await startTestServer({ jobNames: [planImportJob.name] })
  cookie = await server.setUp()
  const { accountId } = SignedIn.parse((await server.ask('GET', '/api/session', null, cookie)).body)
  const account = server.database.db.selectFrom('account').select('jurisdictionId').where('id', '=', accountId)
  owner = { accountId, jurisdictionId: (await account.executeTakeFirstOrThrow()).jurisdictionId }
})
afterAll(() => server.close())

const ask = (method: 'GET' | 'POST' | 'PUT', path: string, payload: object | null = null) =>
  server.ask(method, `/api${path}`, payload, cookie)

async function importText(text: string): Promise<z.infer<typeof PlanView>> {
  const parts = { db: server.database.db, clock: server.clock.now, newId: uuidv7, files: server.files }
  const context = await jobContext(parts, { ...owner, requestId: 'test' })
  const { importId } = await startImport({ ...context, jobs: server.jobs }, await server.files.receive(Buffer.from(text)), '方案.txt')
  await runImport(context, importId)
  const { planId } = z.object({ planId: z.string() }).parse((await ask('GET', `/imports/${importId}`)).body)
  return PlanView.parse((await ask('GET', `/plans/${planId}`)).body)
}

const Listed = z.object({
  items: z.array(
    z.object({
      ...PhraseRule.shape,
      version: z.number(),
      removed: z.object({ because: z.string() }).nullable(),
      used: z.array(z.object({ uses: z.number(), quotes: z.array(z.string()) })),
    }),
  ),
})
const list = async () => Listed.parse((await ask('GET', '/phrase-rules')).body).items
const refusal = (body: unknown) => z.object({ data: z.object({ refusal: z.string() }) }).parse(body).data.refusal

test('what is taught is read in the next document, and said where', async () => {
  const before = await importText(planOf('落实一季一督。'))
  expect(before.commitments.map(({ reading }) => reading.kind)).toEqual(['count', 'achieved'])
  const words = { phrase: '一季一督', teaches: rhythm, example: '落实一季一督。' }
  const preview = RulePreview.parse((await ask('POST', '/phrase-rules/preview', words)).body)
  expect(preview).toMatchObject({
    plans: 1,
    isCut: false,
    sentences: [{ isOwn: false, before: [{ kind: 'achieved' }], after: [{ kind: 'count' }] }],
  })
  expect(await list()).toEqual([])

  const kept = PhraseRule.parse((await ask('POST', '/phrase-rules', words)).body)
  expect(refusal((await ask('POST', '/phrase-rules', words)).body)).toBe('taught-already')
  const unread = PlanView.parse((await ask('GET', `/plans/${before.plan.id}`)).body)
  expect(unread.commitments).toEqual(before.commitments)

  const { commitments } = await importText(planOf('全面落实一季一督。'))
  expect(commitments[1]?.reading).toMatchObject({
    kind: 'count',
    period: { value: { unit: 'quarter' }, rule: { id: kept.id, phrase: '一季一督' } },
  })
  expect(await list()).toMatchObject([{ id: kept.id, madeBy: '张三', used: [{ uses: 1, quotes: ['全面落实一季一督'] }] }])
})

test('a rule is changed, switched off and removed, each with its version', async () => {
  const [rule] = await list()
  if (rule === undefined) throw new Error('no rule was kept')
  const path = `/phrase-rules/${rule.id}`
  const words = { phrase: '挂牌轮督', teaches: rhythm, example: '' }
  expect((await ask('PUT', path, { ...words, version: 1 })).status).toBe(200)
  expect(refusal((await ask('PUT', path, { ...words, version: 1 })).body)).toBe('phrase-rule-changed')
  expect(refusal((await ask('PUT', path, { ...words, version: 2 })).body)).toBe('nothing-changed')
  expect((await ask('PUT', `${path}/switch`, { version: 2, isOn: false })).status).toBe(200)
  const { commitments } = await importText(planOf('落实挂牌轮督机制。'))
  expect(commitments.flatMap(({ reading }) => (reading.period.certainty === 'stated' ? [reading.period.rule] : []))).toEqual([undefined])
  expect((await ask('POST', `${path}/remove`, { version: 3, reason: '不再使用' })).body).toEqual({ removed: true })
  expect(await list()).toMatchObject([{ removed: { because: '不再使用' }, used: [{ uses: 1 }] }])
  expect((await ask('PUT', path, { ...words, version: 4 })).status).toBe(404)
})

test('rules travel as a file', async () => {
  const taught = [
    { phrase: '轮次', teaches: { kind: 'unit', unit: '次' }, example: '' },
    { phrase: '力保', teaches: { kind: 'comparator', comparator: '>=' }, example: '' },
  ]
  for (const words of taught) await ask('POST', '/phrase-rules', words)
  const file = RuleFile.parse((await ask('POST', '/phrase-rules/export', {})).body)
  expect(file.rules.map(({ phrase }) => phrase)).toEqual(['轮次', '力保'])
  const more = file.rules.map((rule) => ({ ...rule, phrase: rule.phrase === '力保' ? '督' : rule.phrase }))
  expect((await ask('POST', '/phrase-rules/import', { ...file, rules: [...more, ...file.rules] })).body).toEqual({
    added: 0,
    same: 3,
    unusable: [{ phrase: '督', code: 'phrase-too-short' }],
  })
})

test.for<[phrase: string, teaches: Teaching, code: string]>([
  ['督', rhythm, 'phrase-too-short'],
  ['{数}至{数}次', rhythm, 'phrase-slots'],
  ['督办。再督', { kind: 'wording' }, 'phrase-over-sentences'],
  ['一督', { kind: 'rhythm', period: { unit: 'none', every: 1 } }, 'rhythm-without-period'],
  ['上下浮动', { kind: 'comparator', comparator: 'range' }, 'comparator-range'],
])('“%s” is refused: %s', async ([phrase, teaches, code]) => {
  expect(refusal((await ask('POST', '/phrase-rules', { phrase, teaches, example: '' })).body)).toBe(code)
})
