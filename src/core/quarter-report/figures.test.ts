import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Light } from '#core/light/light.ts'
import { PlanId } from '#core/plan/plan.ts'
import { placeOf, reportFigures } from './figures.ts'
import { reportPlaces, type ReportRow } from './quarter-report.ts'

const row: ReportRow = {
  commitment: CommitmentId.parse('018f0000-0000-7000-8000-000000000001'),
  plan: PlanId.parse('018f0000-0000-7000-8000-000000000002'),
  planTitle: '方案',
  aspect: '政治建设',
  finding: '学习不深入',
  ref: '1-1-1',
  sentence: '每年学习12次',
  units: '政治部',
  light: 'on-track',
  arrears: 0,
  headway: '',
  closing: null,
  isClosedNow: false,
}

test.for<[string, Partial<ReportRow>, string]>([
  ['struck off', { closing: 'closed', light: 'overdue' }, 'closed'],
  ['ended without being done', { closing: 'terminated' }, 'terminated'],
  ['with a stage struck off', { closing: 'stage', light: 'behind' }, 'staged'],
  ['done, not struck off', { light: 'done' }, 'staged'],
  ['let off', { light: 'waived' }, 'staged'],
  ['that does not compute', { light: null }, 'undefined'],
  ['with a doubt', { light: 'undetermined' }, 'undefined'],
  ['on its way', {}, 'open'],
  ['overdue', { light: 'overdue' }, 'open'],
])('a commitment %s', ([, given, place]) => {
  expect(placeOf({ ...row, ...given })).toBe(place)
})

test('what is overdue is late, and what an earlier period left; what is struck off owes nothing', () => {
  const { all } = reportFigures([
    { ...row, ref: 'a', light: 'overdue' },
    { ...row, ref: 'b', light: 'done', arrears: 1 },
    { ...row, ref: 'c', light: 'overdue', arrears: 2, closing: 'closed', isClosedNow: true },
    { ...row, ref: 'd' },
  ])
  expect(all.late.map(({ ref, isOfEarlier }) => [ref, isOfEarlier])).toEqual([
    ['a', false],
    ['b', true],
  ])
  expect(all).toMatchObject({ total: 4, closed: 1, staged: 1, open: 2, overdue: 1, closedNow: ['c'] })
})

const rows = fc.array(
  fc.record({
    aspect: fc.constantFrom('一', '二', '三'),
    light: fc.option(fc.constantFrom(...Light.options), { nil: null }),
    arrears: fc.nat(2),
    closing: fc.constantFrom('closed', 'terminated', 'stage', null),
  }),
)

test('every commitment is in one place only, and the aspects add up to the whole', () => {
  fc.assert(
    fc.property(rows, (some) => {
      const { aspects, all } = reportFigures(some.map((each) => ({ ...row, ...each })))
      expect(reportPlaces.reduce((sum, place) => sum + all[place], 0)).toBe(some.length)
      for (const key of ['total', 'overdue', ...reportPlaces] as const)
        expect(aspects.reduce((sum, each) => sum + each[key], 0)).toBe(all[key])
      expect(aspects.flatMap(({ late }) => late)).toHaveLength(all.late.length)
    }),
  )
})
