import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { InspectionView } from '#contract/inspection.ts'
import { QueueGroup } from '#core/queue/queue.ts'
import { type InspectedCourt, startInspected, visitOf } from '#server/inspection/inspection.fixture.ts'
import { uuidv7 } from '#server/platform/ids.ts'

const DRAW = uuidv7()
const Drawn = z.object({ items: z.array(z.object({ drawn: z.string(), stratum: z.string(), org: z.string().nullable() })) })
const Groups = z.object({ groups: z.array(QueueGroup) })
const Waiting = z.object({ findings: z.array(z.object({ id: z.string(), isLate: z.boolean() })) })

let inspected: InspectedCourt
/** A draw that is done: three cases of two units, one replaced. `mark`: how sensitive it is. */
beforeAll(async () => {
  inspected = await startInspected()
  const { court } = inspected
  const { pool } = court.server.database
  const [file, own] = [uuidv7(), court.jurisdictionId]
  await pool.query(
    `INSERT INTO stored_file (jurisdiction_id, id, sha256, name, bytes, stored_at, stored_by) VALUES ($1, $2, $3, 'x.csv', 1, now(), $4)`,
    [own, file, 'a'.repeat(64), inspected.ids.office],
  )
  await pool.query(
    `INSERT INTO draw (jurisdiction_id, id, version, state, name, purpose, list_file_id, file_name, items, strata, seed, created_at, created_by, created_by_name)
     VALUES ($1, $2, 1, 'drawn', '案件评查', '', $3, 'x.csv', 9, '{}', 'seed', now(), $4, '整改办')`,
    [own, DRAW, file, inspected.ids.office],
  )
  for (const [n, [item, stratum, state]] of CASES.entries())
    await pool.query(
      'INSERT INTO draw_item (jurisdiction_id, draw_id, item, stratum, part, rank, ordinal, state) VALUES ($1, $2, $3, $4, 1, $5::text, $6::int, $7)',
      [own, DRAW, item, stratum, String(n + 1), n + 1, state],
    )
}, 60_000)
afterAll(() => inspected.court.server.close())

const CASES = [
  ['甲1号', '立案庭', 'drawn'],
  ['乙2号', '执行局', 'drawn'],
  ['丙3号', '立案庭', 'replaced'],
] as const

const sample = (items: readonly (readonly [string, string])[]) => ({
  kind: 'sample',
  draw: DRAW,
  visits: items.map(([drawn, org]) => visitOf(inspected.court.org(org), { drawn })),
  items: [{ words: '节点日期与系统一致', lookAt: '', commitments: [] }],
})

test('a sample takes what a draw has drawn, each case where it lies, no more and no less', async () => {
  const { body } = await inspected.ask('office', 'GET', `/inspection-draws/${DRAW}`)
  expect(Drawn.parse(body).items).toEqual([
    { drawn: '甲1号', stratum: '立案庭', org: inspected.court.org('立案庭') },
    { drawn: '乙2号', stratum: '执行局', org: inspected.court.org('执行局') },
  ])
  const less = await inspected.drafted(sample([['甲1号', '立案庭']]))
  expect(await inspected.act('office', less.id, 'file')).toMatchObject({
    body: { data: { refusal: 'sample-differs', params: { count: '2' } } },
  })
  const all = await inspected.running(
    sample([
      ['甲1号', '立案庭'],
      ['乙2号', '执行局'],
    ]),
  )
  expect(all.draw?.name).toBe('案件评查')
  expect((await inspected.get('unit', all.id)).visits.map(({ drawn }) => drawn)).toEqual(['甲1号'])
  expect((await inspected.ask('unit', 'GET', `/inspection-draws/${DRAW}`)).status).toBe(403)
})

test('a draw that is not done, or no draw at all, makes no sample', async () => {
  const plan = inspected.planOf({ ...sample([['甲1号', '立案庭']]), draw: uuidv7() })
  const { status, body } = await inspected.ask('office', 'POST', '/inspections', { plan })
  expect([status, body]).toMatchObject([400, { data: { fields: [{ path: ['draw'], code: 'unknown-draw' }] } }])
  const other = inspected.planOf({ kind: 'sample' })
  expect((await inspected.ask('office', 'POST', '/inspections', { plan: other })).status).toBe(400)
})

test('who is not cleared for what was drawn does not find the inspection', async () => {
  const { id } = InspectionView.parse(
    await inspected.running(
      sample([
        ['甲1号', '立案庭'],
        ['乙2号', '执行局'],
      ]),
    ),
  )
  await inspected.court.server.database.pool.query('UPDATE inspection SET mark = 3 WHERE id = $1', [id])
  for (const who of ['unit', 'leader', 'lead'] as const) expect((await inspected.ask(who, 'GET', `/inspections/${id}`)).status).toBe(404)
  expect((await inspected.ask('office', 'GET', `/inspections/${id}`)).status).toBe(200)
})

test('what is late waits for the unit, and for the office with what the unit has answered', async () => {
  const inspection = await inspected.running()
  const raised = await inspected.after(await inspected.noted(inspection, { dueOn: '2026-03-02' }), ['lead', 'raise'])
  const waits = async (who: 'unit' | 'other' | 'lead') =>
    Waiting.parse((await inspected.ask(who, 'GET', '/inspection-findings')).body).findings
  const queue = async () =>
    Groups.parse((await inspected.ask('office', 'GET', '/queue')).body).groups.find(({ kind }) => kind === 'inspect')
  expect(await waits('unit')).toEqual([{ id: raised.id, isLate: false }])
  expect([await waits('other'), await waits('lead'), await queue()]).toEqual([[], [], undefined])
  await inspected.court.server.database.pool.query("UPDATE inspection_finding SET due_on = '2026-03-01' WHERE id = $1", [raised.id])
  expect(await waits('unit')).toEqual([{ id: raised.id, isLate: true }])
  expect((await queue())?.items.map(({ key }) => key)).toEqual([raised.id])
  await inspected.after(raised, ['unit', 'report'])
  expect([await waits('unit'), (await waits('lead')).length, (await queue())?.total]).toEqual([[], 1, 1])
})
