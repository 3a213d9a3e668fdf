import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Court, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

let court: Court
let cookie = ''
beforeAll(async () => {
  court = await startCourt()
  cookie = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  await enter(court, 'study-session', studyOf(court, '2026-02-02'))
})
afterAll(() => court.server.close())

const view = { plan: null, filters: [], sort: [], groupBy: null, asOf: null, knownAt: null }

test.for([
  ['the ledger', '/ledger/export', { view, columns: ['ref', 'sentence'] }, 'ledger.export'],
  ['a list of records', '/registers/study-session/records/export', {}, 'record.export'],
] as const)(
  'assurance 73: %s leaves with who took it out, when, and the number of its entry in the journal',
  async ([, path, payload, verb]) => {
    const answer = await court.server.app.inject({ method: 'POST', url: `/api${path}`, headers: { cookie }, payload })
    expect(answer.statusCode).toBe(200)
    const sheet = Buffer.from(unzipSync(answer.rawPayload)['xl/worksheets/sheet1.xml'] ?? []).toString()
    const texts = Object.values(unzipSync(answer.rawPayload)).map((part) => Buffer.from(part).toString())
    const { requestId } = await court.server.database.db
      .selectFrom('journalEntry')
      .select('requestId')
      .where('jurisdictionId', '=', court.jurisdictionId)
      .where('verb', '=', verb)
      .executeTakeFirstOrThrow()
    const mark = `导出：张三　2026-03-02 09:00　编号 ${requestId}`
    expect(texts.join('\n')).toContain(mark)
    expect(/<oddFooter>(.*?)<\/oddFooter>/.exec(sheet)?.[1]).toContain(mark)
  },
)

test('assurance 73: a register keeps no identity and no mobile number', async () => {
  const values = { form: '专题辅导', themes: ['审判执行难点'], topic: '联系人 19900000000' }
  const answer = await court.server.ask('POST', '/api/registers/study-session/records', studyOf(court, '2026-02-03', { values }), cookie)
  expect(JSON.stringify([answer.status, answer.body])).toContain('personal-number')
  expect(answer.status).toBeGreaterThanOrEqual(400)
})
