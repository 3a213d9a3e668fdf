import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Court, enter, startCourt } from '#server/occurrence/court.fixture.ts'

const DAYS = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-24', '2026-03-01']

let court: Court
beforeAll(async () => {
  court = await startCourt()
  // so that the duties of the registers alone say what is late
  await court.ask('PUT', '/record-setting', { lateAfterDays: 300 })
  const screening = { area: '涉诉信访', level: '一般', hazards: 1, settled: 1 }
  const study = { chapters: ['总纲'], form: '集体学习' }
  for (const day of DAYS) {
    const entry = { org: court.org('办公室'), occurredOn: { from: day, to: day }, subjects: [], state: 'submitted' }
    await enter(court, 'risk-screening', { ...entry, values: screening })
    await enter(court, 'charter-study', { ...entry, values: study })
  }
}, 60_000)
afterAll(() => court.server.close())

const Window = z.object({ rows: z.array(z.object({ occurredOn: z.object({ to: z.string() }), isLate: z.boolean() })) })
async function window(register: string, isLate: boolean | null) {
  const { body } = await court.ask('POST', `/registers/${register}/records/window`, { isLate, offset: 0, limit: 50 })
  return Window.parse(body).rows
}

const daysOf = (rows: z.infer<typeof Window>['rows']) => rows.map(({ occurredOn }) => occurredOn.to).toSorted()

test.for([
  // entered on 2026-03-02: January was to be filed by 5 February, the last quarter of 2025 by 5 January
  ['risk-screening', ['2025-12-31', '2026-01-01', '2026-01-31']],
  ['charter-study', ['2025-12-31']],
] as const)('%s: what was filed too late is late, in the row and by the filter', async ([register, late]) => {
  const all = await window(register, null)
  expect(daysOf(all.filter((row) => row.isLate))).toEqual(late)
  expect(daysOf(await window(register, true))).toEqual(late)
  expect(daysOf(await window(register, false))).toEqual(DAYS.filter((day) => !late.some((each) => each === day)))
})
