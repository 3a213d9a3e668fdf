import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { type finding as contract, FindingView } from '#contract/finding.ts'
import { type ClosureCourt, startClosureCourt } from '#server/closure/closure.fixture.ts'
import { enter } from '#server/occurrence/court.fixture.ts'

const Listed = z.custom<z.output<NonNullable<(typeof contract.list)['~orpc']['outputSchema']>>>()
const EFFECT = '议事规则修订后，重大事项均经集体研究，抽查未再发现个人专断'

let court: ClosureCourt
let refs: readonly string[]
beforeAll(async () => {
  court = await startClosureCourt()
  await court.join('核实人', 'office')
  await court.join('副院长', 'leader', '唐致远')
  refs = ['1-1-1', '1-1-2', '1-1-3', '1-1-4'].filter((ref) => hasRef(ref))
  await court.fulfil('1-1-3')
})
afterAll(() => court.court.server.close())

function hasRef(ref: string): boolean {
  try {
    return court.court.commitment(ref) !== ''
  } catch {
    return false
  }
}
const list = async (who = 'office') => Listed.parse((await court.ask(who, 'GET', '/findings')).body)
async function first(who = 'office') {
  const { planId, aspects } = await list(who)
  const path = `/plans/${planId}/findings/${aspects[0]?.findings[0]?.key}`
  return { path, view: FindingView.parse((await court.ask(who, 'GET', path)).body) }
}
async function act(who: string, verb: string, input: object) {
  const { path, view } = await first(who)
  return court.ask(who, 'POST', `${path}/${verb}`, { version: view.version, ...input })
}
async function close(commitment: string) {
  expect((await court.request('office', commitment)).status).toBe(200)
  for (const who of ['核实人', '副院长']) expect((await court.agree(who, commitment)).status).toBe(200)
}
const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })

test('findings stand under their aspects in the order of the plan, and units ask nothing here', async () => {
  const { aspects, plans } = await list()
  expect(plans).toHaveLength(1)
  expect(
    aspects.map(({ title, isClosed, findings }) => [title, isClosed, findings.map(({ title: words, state }) => [words, state])]),
  ).toEqual([
    ['聚焦学习', false, [['研讨不够紧密。', 'open']]],
    ['聚焦作风', false, [['文多会多。', 'open']]],
  ])
  expect((await court.ask('副院长', 'GET', '/findings')).status).toBe(200)
  await court.join('经办人', 'unit', '乔木')
  expect((await court.ask('经办人', 'GET', '/findings')).status).toBe(403)
  const { path } = await first()
  expect((await court.ask('office', 'GET', `${path.slice(0, -4)}0000`)).status).toBe(404)
})

test('nothing is stated while a measure is open, and by no one but who leads it', async () => {
  expect(await act('副院长', 'effect', { words: EFFECT })).toMatchObject(refused('finding-state'))
  await close(court.court.commitment('1-1-3'))
  for (const ref of refs.filter((each) => each !== '1-1-3')) await court.terminate(court.court.commitment(ref), ['核实人', '副院长'])
  const { view } = await first('副院长')
  expect(view).toMatchObject({
    state: 'ready',
    measures: refs.length,
    ended: refs.length,
    terminated: refs.length - 1,
    may: { state: true },
  })
  expect((await act('office', 'effect', { words: EFFECT })).status).toBe(403)
  expect(await act('副院长', 'effect', { words: '已整改' })).toMatchObject(refused('effect-too-short'))
  expect(await act('副院长', 'effect', { words: EFFECT })).toMatchObject({
    status: 200,
    body: { state: 'stated', effect: { words: EFFECT } },
  })
})

test('the meeting decides with its minutes, one of two who enter it at once', async () => {
  const meeting = {
    org: court.court.org('办公室'),
    occurredOn: { from: '2026-03-02', to: '2026-03-02' },
    subjects: [],
    values: { kind: '领导小组会议', topic: '问题销号', decisions: '同意销号' },
    state: 'submitted',
  }
  const bare = (await enter(court.court, 'leading-group-meeting', meeting)).record.id
  const proved = await court.prove('leading-group-meeting', meeting)
  const said = { kind: 'close', words: '会议认为问题已经整改到位，同意销号' }
  expect(await act('office', 'decision', { ...said, meeting: bare })).toMatchObject(refused('no-minutes'))
  expect((await act('office', 'decision', { ...said, meeting: court.court.planId })).status).toBe(404)
  expect((await act('副院长', 'decision', { ...said, meeting: proved })).status).toBe(403)
  const back = { kind: 'return', words: '成效说明没有写明抽查的范围', meeting: proved }
  expect(await act('office', 'decision', back)).toMatchObject({ status: 200, body: { state: 'returned' } })
  expect(await act('office', 'decision', { ...said, meeting: proved })).toMatchObject(refused('finding-state'))
  expect((await act('副院长', 'effect', { words: `${EFFECT}，抽查十二次会议` })).status).toBe(200)
  const { path, view } = await first()
  const both = await Promise.all(
    ['office', '核实人'].map((who) => court.ask(who, 'POST', `${path}/decision`, { version: view.version, ...said, meeting: proved })),
  )
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const { aspects } = await list()
  expect(aspects.map(({ isClosed }) => isClosed)).toEqual([true, false])
  expect((await first()).view).toMatchObject({ state: 'closed', decision: { kind: 'close', heldOn: '2026-03-02', meeting: proved } })
})

test('a measure opened again takes the finding and its aspect back', async () => {
  const opened = await court.act('office', court.court.commitment('1-1-3'), 'reopen', { note: '回头看发现规则没有执行到位' })
  expect(opened.status).toBe(200)
  expect((await first()).view).toMatchObject({ state: 'open', takenBack: 1, decision: null })
  expect((await list()).aspects[0]?.isClosed).toBe(false)
  await close(court.court.commitment('1-1-3'))
  expect((await first()).view).toMatchObject({ state: 'ready', takenBack: 1 })
})
