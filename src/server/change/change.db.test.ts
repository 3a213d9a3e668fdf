import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { change as contract } from '#contract/change.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, definitionOf, startCourt } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const Changes = z.custom<z.output<NonNullable<(typeof contract.ofCommitment)['~orpc']['outputSchema']>>>()

let court: Court
let cookies: Readonly<Record<'office' | 'verifier' | 'leader' | 'unit', string>>
beforeAll(async () => {
  court = await startCourt()
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const made = async (name: string, post: 'office' | 'leader' | 'unit', person: string | null = null) =>
    (await signInNew(court.server, office, { person, name, post })).cookie
  cookies = {
    office,
    verifier: await made('核实人', 'office'),
    leader: await made('审批人', 'leader'),
    unit: await made('程砚秋', 'unit', court.person('程砚秋')),
  }
  await court.ask('PUT', `/commitments/${court.commitment('1-1-3')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'regulation-made'),
  })
  await court.ask('PUT', `/commitments/${court.commitment('1-1-2')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session'),
  })
})
afterAll(() => court.server.close())

type Who = keyof typeof cookies
const ask = (who: Who, method: 'GET' | 'POST' | 'PUT', path: string, payload: object | null = null) =>
  court.server.ask(method, `/api${path}`, payload, cookies[who])
const changesOf = async (ref: string, who: Who = 'office') =>
  Changes.parse((await ask(who, 'GET', `/commitments/${court.commitment(ref)}/changes`)).body)
const request = (who: Who, ref: string, asked: object, reason = '等待上级统一部署，暂缓修订') =>
  ask(who, 'POST', `/commitments/${court.commitment(ref)}/changes`, { asked, reason })
async function act(who: Who, ref: string, verb: string, more: object = {}) {
  const [first] = (await changesOf(ref, who)).items
  return ask(who, 'POST', `/changes/${first?.id ?? ''}/${verb}`, {
    version: first?.version,
    ...(verb === 'agree' ? { pinned: first?.pinned, note: '' } : {}),
    ...more,
  })
}
const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })
const dueOf = async (ref: string) => (await court.occurrences(ref)).map(({ occurrence }) => occurrence.period.to)

test('a later day goes through two people; the first day stays', async () => {
  expect(await changesOf('1-1-3')).toMatchObject({ originalDue: '2026-04-01', due: '2026-04-01', extensions: 0, mayAsk: true })
  expect(await request('office', '1-1-3', { kind: 'extension', due: '2026-06-30' }, '  太忙了        ')).toMatchObject(
    refused('reason-too-short'),
  )
  expect(await request('office', '1-1-3', { kind: 'extension', due: '2026-03-31' })).toMatchObject(refused('extension-not-later'))
  expect((await request('office', '1-1-3', { kind: 'extension', due: '2026-06-30' })).status).toBe(200)
  expect(await request('office', '1-1-3', { kind: 'termination' })).toMatchObject(refused('change-running'))
  expect(await act('leader', '1-1-3', 'agree')).toMatchObject(refused('not-your-level'))
  expect((await act('verifier', '1-1-3', 'agree')).status).toBe(200)
  expect(await dueOf('1-1-3')).toEqual(['2026-04-01'])
  expect((await act('leader', '1-1-3', 'agree')).status).toBe(200)
  expect(await dueOf('1-1-3')).toEqual(['2026-06-30'])
  expect(await changesOf('1-1-3')).toMatchObject({
    originalDue: '2026-04-01',
    due: '2026-06-30',
    extensions: 1,
    items: [{ state: 'granted' }],
  })
  expect(await court.differences()).toEqual([])
})

test('what changed after it was asked for is not agreed to', async () => {
  await request('office', '1-1-3', { kind: 'extension', due: '2026-09-30' })
  await court.server.database.db
    .updateTable('commitment')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('jurisdictionId', '=', court.jurisdictionId)
    .where('id', '=', court.commitment('1-1-3'))
    .execute()
  expect(await act('verifier', '1-1-3', 'agree')).toMatchObject(refused('changed-since-request'))
  expect(await act('verifier', '1-1-3', 'return', { note: '太短' })).toMatchObject(refused('reason-too-short'))
  expect((await act('verifier', '1-1-3', 'return', { note: '任务内容已有变化，请重新申请' })).status).toBe(200)
  expect((await request('office', '1-1-3', { kind: 'extension', due: '2026-09-30' })).status).toBe(200)
  expect((await act('office', '1-1-3', 'withdraw')).status).toBe(200)
})

test('what recurs has no day to put off; its number is amended with both wordings', async () => {
  expect(await request('unit', '1-1-2', { kind: 'extension', due: '2027-06-30' })).toMatchObject(refused('no-due-day'))
  const { wording, value } = await changesOf('1-1-2')
  expect(value).toBe('4')
  expect(await request('unit', '1-1-2', { kind: 'amendment', wording, value: '4' })).toMatchObject(refused('nothing-changed'))
  await request('unit', '1-1-2', { kind: 'amendment', wording: '其中专题学习不少于3次', value: '3' })
  await act('verifier', '1-1-2', 'agree')
  await act('leader', '1-1-2', 'agree')
  expect((await court.occurrences('1-1-2')).map(({ occurrence }) => occurrence.required)).toEqual(['3'])
  const rows = await court.ask('POST', '/ledger/window', {
    view: { plan: null, filters: [{ kind: 'oneOf', column: 'ref', values: ['1-1-2'] }], sort: [], groupBy: null },
    offset: 0,
    limit: 10,
  })
  expect(rows).toMatchObject({ body: { rows: [{ course: { amended: `调整：原“${wording}”，现“其中专题学习不少于3次”` } }] } })
  expect(await court.differences()).toEqual([])
})

test('ended without being fulfilled it is struck off so, with the reason; opened again it runs on', async () => {
  await request('office', '1-1-3', { kind: 'termination' })
  await act('verifier', '1-1-3', 'agree')
  await act('leader', '1-1-3', 'agree')
  expect(await request('office', '1-1-3', { kind: 'termination' })).toMatchObject(refused('closure-state'))
  const closures = await ask('office', 'GET', `/commitments/${court.commitment('1-1-3')}/closures`)
  expect(closures.body).toMatchObject({
    stages: [{ state: 'terminated', aim: { kind: 'terminate' }, steps: [{ kind: 'request' }, {}, { by: '审批人' }] }],
  })
  expect(await court.differences()).toEqual([])
  const [closure] = await court.server.database.db
    .selectFrom('closure')
    .select(['id', 'version'])
    .where('jurisdictionId', '=', court.jurisdictionId)
    .where('state', '=', 'terminated')
    .execute()
  const again = { version: closure?.version, note: '上级已经部署，应当继续整改' }
  expect((await ask('leader', 'POST', `/closures/${closure?.id ?? ''}/reopen`, again)).status).toBe(200)
  expect(await changesOf('1-1-3')).toMatchObject({ closure: 'open', due: '2026-06-30', mayAsk: true })
  expect(await court.differences()).toEqual([])
})

test('each step stands in the journal', async () => {
  const rows = await court.server.database.db
    .selectFrom('journalEntry')
    .select(['verb', ({ fn }) => fn.countAll<string>().as('count')])
    .where('jurisdictionId', '=', court.jurisdictionId)
    .where('subjectKind', '=', 'change')
    .groupBy('verb')
    .orderBy('verb')
    .execute()
  expect(rows.map(({ verb, count }) => `${verb} ${count}`)).toEqual([
    'change.agree 6',
    'change.ask 5',
    'change.return 1',
    'change.withdraw 1',
  ])
})
