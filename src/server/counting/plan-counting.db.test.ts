import { afterAll, beforeAll, expect, test } from 'vitest'
import { CountingPreview, PlanCountings } from '#contract/counting.ts'
import { CommitmentPage } from '#contract/commitment.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { otherCourt } from '#server/import/plan.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
}, 60_000)
afterAll(() => court.server.close())

const suggested = async () => PlanCountings.parse((await court.ask('GET', `/plans/${court.planId}/counting`)).body)
const page = async (ref: string, query = '') =>
  CommitmentPage.parse((await court.ask('GET', `/commitments/${court.commitment(ref)}${query}`)).body)

test('every confirmed commitment of a plan has a suggestion, or says what is missing', async () => {
  const { items, frame } = await suggested()
  expect(frame.inForceFrom).toBe('2026-01-01')
  expect(items.map(({ ref, counting, suggestion }) => [ref, counting.version, suggestion?.open])).toEqual([
    ['1-1-1', 0, []],
    ['1-1-2', 0, []],
    ['1-1-3', 0, []],
    ['1-1-4', 0, ['definition']],
    ['2-1-1', 0, ['definition']],
  ])
  const [first] = items
  expect(first?.suggestion?.definition.org).toBe(court.org('澜川市中级人民法院'))
  expect(first?.suggestion?.parts.at(-1)).toEqual({ part: 'counting', from: 'entered', words: '事项办结', isSure: false })
})

test('a definition is tried on the records of today without being saved', async () => {
  await enter(court, 'study-session', studyOf(court, '2026-02-03'))
  const id = court.commitment('1-1-1')
  const answer = await court.ask('POST', `/commitments/${id}/counting/preview`, { definition: definitionOf(court, 'study-session') })
  const preview = CountingPreview.parse(answer.body)
  expect(preview).toMatchObject({ isComputable: true, open: [], counted: 1, total: 1 })
  expect(preview.items[0]).toMatchObject({ occurrence: { actual: '1', required: '12' } })
  expect(Object.values(preview.names)).toEqual(['澜川市中级人民法院'])
  expect(await court.occurrences('1-1-1')).toEqual([])
  const unknown = await court.ask('POST', `/commitments/${id}/counting/preview`, { definition: definitionOf(court, 'no-such-register') })
  expect(unknown).toMatchObject({ status: 422, body: { data: { refusal: 'no-such-register' } } })
})

test('several are defined in one go, all or none', async () => {
  const item = (ref: string, version: number) => ({ id: court.commitment(ref), version, definition: definitionOf(court, 'study-session') })
  const path = `/plans/${court.planId}/counting`
  expect(await court.ask('POST', path, { items: [item('1-1-1', 0), item('1-1-2', 7)] })).toMatchObject({ status: 409 })
  expect((await suggested()).items.every(({ counting }) => counting.version === 0)).toBe(true)
  expect(await court.ask('POST', path, { items: [item('1-1-1', 0), item('1-1-2', 0)] })).toMatchObject({ status: 200 })
  expect((await suggested()).items.map(({ counting }) => counting.isComputable)).toEqual([true, true, false, false, false])
  expect((await court.occurrences('1-1-2')).map(({ occurrence }) => occurrence.actual)).toEqual(['1'])
  expect(await court.differences()).toEqual([])
})

test('the page of a commitment has its words, its figures, its records and what was done to it', async () => {
  const found = await page('1-1-1')
  expect(found.excerpt?.text.slice(found.excerpt.span.start, found.excerpt.span.end)).toBe('每年组织专题学习不少于12次')
  expect(found.items[0]).toMatchObject({ light: 'on-track', because: { code: 'ahead', params: { actual: '1', pace: '2' } } })
  expect(found.records).toMatchObject([{ register: 'study-session', words: '学习', enteredBy: '张三' }])
  expect(found.related).toMatchObject([{ ref: '1-1-2', relation: 'part' }])
  expect(found.registers.map(({ id }) => id)).toEqual(['study-session'])
  expect(found.history.map((entry) => (entry.kind === 'change' ? entry.verb : entry.kind))).toEqual(['define', 'confirm'])
  expect(found.definedBy).toBe('张三')
})

test('a record left out by hand is told in the history, and how it stood before can still be seen', async () => {
  const before = new Date(court.server.clock.now()).toISOString()
  court.server.clock.forward(1)
  const [record] = (await page('1-1-1')).records
  const id = court.commitment('1-1-1')
  await court.ask('POST', `/commitments/${id}/rulings`, { record: record?.id, counts: false, reason: '重复登记' })
  const found = await page('1-1-1')
  expect(found.items[0]?.occurrence.explanation).toMatchObject([{ counts: false, reason: { code: 'person-excludes' } }])
  expect(found.history[0]).toMatchObject({ kind: 'rule', counts: false, reason: '重复登记', record: record?.id })
  expect((await page('1-1-1', `?knownAt=${before}`)).items[0]?.occurrence.actual).toBe('1')
  expect((await page('1-1-1', '?asOf=2026-01-31')).items[0]?.occurrence.actual).toBe('0')
})

test('another jurisdiction sees nothing of it', async () => {
  const cookie = await otherCourt(court.server)
  const ask = (path: string) => court.server.ask('GET', `/api${path}`, null, cookie)
  expect(await ask(`/commitments/${court.commitment('1-1-1')}`)).toMatchObject({ status: 404 })
  expect(await ask(`/plans/${court.planId}/counting`)).toMatchObject({ status: 404 })
})
