import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { InspectionFindingView } from '#contract/inspection.ts'
import { type InspectedCourt, startInspected, type Who } from '#server/inspection/inspection.fixture.ts'

let inspected: InspectedCourt
beforeAll(async () => {
  inspected = await startInspected()
}, 60_000)
afterAll(() => inspected.court.server.close())

const said = { words: '窗口上午无人在岗约四十分钟', demand: '制定并执行窗口轮岗安排', dueOn: '2026-03-25' }
const reword = (who: Who, { id, version }: InspectionFindingView, more: object = {}) =>
  inspected.ask(who, 'PUT', `/inspection-findings/${id}/words`, { version, ...said, ...more })
const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })

describe('a finding its unit was not told of', () => {
  test('is put in other words; the team sees what it said before, the unit does not', async () => {
    const inspection = await inspected.running()
    const noted = await inspected.noted(inspection)
    expect(noted.rewords).toBe(true)
    expect(await reword('along', noted)).toMatchObject({
      status: 200,
      body: {
        ...said,
        version: 2,
        steps: [{ kind: 'note' }, { kind: 'reword', by: '白予安', was: { words: noted.words, dueOn: '2026-03-20' } }],
      },
    })
    const [now] = (await inspected.get('lead', inspection.id)).findings
    if (now === undefined) throw new Error('gone')
    const raised = await inspected.after(now, ['lead', 'raise'])
    expect(raised.rewords).toBe(false)
    expect(await reword('lead', raised)).toMatchObject(refused('inspection-finding-state'))
    const [theirs] = (await inspected.get('unit', inspection.id)).findings
    expect(theirs).toMatchObject({ words: said.words, steps: [{ was: null }, { was: null }, { was: null }] })
    const { rows } = await inspected.court.server.database.pool.query(
      "SELECT before->>'words' AS before, after->>'words' AS after FROM journal_entry WHERE verb = 'inspection.finding-reword'",
    )
    expect(rows).toEqual([{ before: noted.words, after: said.words }])
  })

  test('is changed by one of two who do so at the same time', async () => {
    const noted = await inspected.noted(await inspected.running())
    const both = await Promise.all([reword('lead', noted), reword('along', noted, { words: '窗口下午无人在岗约二十分钟' })])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ data: { version: 2 } })
  })

  test.for([
    ['nothing else', { words: '窗口上午无人在岗约二十分钟', dueOn: '2026-03-20' }, 'nothing-changed'],
    ['nine characters', { words: '一二三四五六七八九' }, 'reason-too-short'],
    ['nine spaces', { demand: '         ' }, 'reason-too-short'],
    ['a day before the inspection', { dueOn: '2026-03-01' }, 'due-past'],
  ] as const)('does not say %s', async ([, more, code]) => {
    const inspection = await inspected.running()
    const noted = await inspected.noted(inspection)
    expect(await reword('lead', noted, more)).toMatchObject(refused(code))
    expect((await inspected.get('lead', inspection.id)).findings).toMatchObject([{ words: noted.words, version: 1 }])
  })

  test('is nobody else’s to change', async () => {
    const noted = await inspected.noted(await inspected.running())
    expect((await reword('unit', noted)).status).toBe(404)
    expect((await reword('other', noted)).status).toBe(404)
    expect(await reword('leader', noted)).toMatchObject(refused('not-the-inspector'))
  })
})

describe('what does not fit leaves nothing behind', () => {
  test.for([
    ['nine characters', { words: '一二三四五六七八九' }, 'reason-too-short'],
    ['nine spaces', { demand: '         ' }, 'reason-too-short'],
    ['a day that is over', { dueOn: '2026-03-01' }, 'due-past'],
  ] as const)('a finding of %s', async ([, more, code]) => {
    const inspection = await inspected.running()
    const input = { visit: inspection.visits[0]?.id, item: null, ...said, photos: [], ...more }
    expect(await inspected.ask('lead', 'POST', `/inspections/${inspection.id}/findings`, input)).toMatchObject(refused(code))
    expect((await inspected.get('lead', inspection.id)).findings).toEqual([])
  })

  test('a photo that is not there, or is another’s', async () => {
    const inspection = await inspected.running()
    const theirs = await inspected.photo('unit', 'theirs')
    const input = { visit: inspection.visits[0]?.id, item: null, ...said, photos: [theirs] }
    const answer = await inspected.ask('lead', 'POST', `/inspections/${inspection.id}/findings`, input)
    expect(answer).toMatchObject({ status: 400, body: { data: { fields: [{ code: 'unknown-evidence' }] } } })
    expect((await inspected.get('lead', inspection.id)).findings).toEqual([])
  })

  test('the same tick sent twice because its answer was lost: it stands once', async () => {
    const inspection = await inspected.running()
    const tick = { visit: inspection.visits[0]?.id, item: inspection.items[0]?.id, version: 0, answer: 'unmet', note: '无人', photos: [] }
    const send = () => inspected.ask('lead', 'PUT', `/inspections/${inspection.id}/answers`, tick)
    expect((await send()).status).toBe(200)
    expect(await send()).toMatchObject({ status: 200, body: { version: 1 } })
    expect((await Promise.all([send(), send()])).map(({ status }) => status)).toEqual([200, 200])
    expect(await inspected.ask('along', 'PUT', `/inspections/${inspection.id}/answers`, { ...tick, note: '有人' })).toMatchObject({
      status: 409,
      body: { data: { version: 1 } },
    })
    expect(z.array(z.looseObject({ version: z.number() })).parse((await inspected.get('lead', inspection.id)).answers)).toMatchObject([
      { version: 1, note: '无人' },
    ])
  })
})
