import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, Day } from '#core/day/day.ts'
import { type AskedVisit, beyondLimit, burdenOf, clashesOf } from '#core/inspection/burden.ts'
import { actOnInspection, filePlan, type FilingFacts, type InspectionParty } from '#core/inspection/decisions.ts'
import { InspectionAct, InspectionState, inspectionTransitions } from '#core/inspection/inspection.ts'
import { InspectionPlan } from '#core/inspection/plan.ts'
import { recordTalk } from '#core/inspection/talk.ts'

const day = (text: string) => Day.parse(text)
const ORGS = ['0198f4a0-0000-7000-8000-00000000000a', '0198f4a0-0000-7000-8000-00000000000b'] as const
const LEAD = '0198f4a0-0000-7000-8000-000000000001'

const visit = (changes: Partial<AskedVisit> = {}): AskedVisit => ({
  inspection: 'one',
  title: '督查',
  topic: '窗口服务',
  org: ORGS[0],
  orgName: '立案庭',
  from: day('2026-03-02'),
  to: day('2026-03-02'),
  people: 2,
  minutes: 60,
  ...changes,
})

test('the burden of a unit counts inspections and days once, people and minutes each time', () => {
  const visits = [
    visit(),
    visit({ minutes: 30 }),
    visit({ inspection: 'two', to: day('2026-03-04') }),
    visit({ org: ORGS[1], orgName: '执行局', minutes: 500 }),
  ]
  expect(burdenOf(visits)).toEqual([
    { org: ORGS[1], orgName: '执行局', inspections: 1, days: 1, people: 2, minutes: 500 },
    { org: ORGS[0], orgName: '立案庭', inspections: 2, days: 3, people: 6, minutes: 150 },
  ])
})

test('whatever is asked of units, no minute is lost and no day counted twice', () => {
  const any = fc.record({
    org: fc.constantFrom(...ORGS),
    offset: fc.nat(40),
    long: fc.nat(6),
    minutes: fc.nat(500),
    inspection: fc.constantFrom('a', 'b', 'c'),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (some) => {
      const visits = some.map(({ offset, long, ...rest }) =>
        visit({ ...rest, from: addDays(day('2026-02-20'), offset), to: addDays(day('2026-02-20'), offset + long) }),
      )
      const units = burdenOf(visits)
      expect(units.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(visits.reduce((sum, { minutes }) => sum + minutes, 0))
      for (const { days } of units) expect(days).toBeLessThanOrEqual(47)
    }),
  )
})

test.for([
  ['the same week', { from: day('2026-03-06'), to: day('2026-03-06'), topic: '别的' }, ['same-weeks']],
  ['Sunday of the same week', { from: day('2026-03-08'), to: day('2026-03-08'), topic: '别的' }, ['same-weeks']],
  ['Monday after', { from: day('2026-03-09'), to: day('2026-03-09'), topic: '别的' }, []],
  ['the same topic in other words', { from: day('2026-05-01'), to: day('2026-05-01'), topic: '窗口服务 质量' }, ['same-topic']],
  ['both', { topic: '窗口 服务。' }, ['same-weeks', 'same-topic']],
  ['another unit', { org: ORGS[1] }, []],
  ['itself', { inspection: 'one' }, []],
] as const)('%s', ([, changes, kinds]) => {
  expect(clashesOf([visit()], [visit({ inspection: 'two', ...changes })]).map(({ kind }) => kind)).toEqual(kinds)
})

test.for([
  [null, false, []],
  [{ inspections: 2, perUnit: 2 }, false, []],
  [{ inspections: 1, perUnit: 2 }, true, []],
  [{ inspections: 2, perUnit: 1 }, false, ['立案庭']],
  [{ inspections: 0, perUnit: 0 }, true, ['立案庭']],
] as const)('one more under the limit %j', ([limit, year, units]) => {
  expect(beyondLimit([visit()], [visit({ inspection: 'two' })], limit)).toEqual({ year, units })
})

const plan = (changes: object = {}): InspectionPlan =>
  InspectionPlan.parse({
    kind: 'special',
    title: '督查',
    topic: '窗口服务',
    purpose: '',
    from: '2026-03-02',
    to: '2026-03-06',
    draw: null,
    lead: LEAD,
    members: [],
    visits: [{ org: ORGS[0], drawn: null, from: '2026-03-02', to: '2026-03-02', people: 1, minutes: 30 }],
    items: [{ words: '看什么', lookAt: '', commitments: [] }],
    reasonOver: '',
    ...changes,
  })
const facts: FilingFacts = { today: day('2026-03-02'), ofUnits: [], doers: [], drawn: [], beyond: { year: false, units: [] } }
const drawn = (items: readonly string[]) =>
  items.map((item) => ({ org: ORGS[0], drawn: item, from: '2026-03-02', to: '2026-03-02', people: 1, minutes: 30 }))

test.for([
  ['as it should be', {}, {}, null],
  ['with talks and no list', { kind: 'interview', items: [] }, {}, null],
  ['without a list', { items: [] }, {}, 'no-items'],
  ['by the unit itself', {}, { ofUnits: ['甲'] }, 'inspector-of-unit'],
  ['by who did it', {}, { doers: ['甲'] }, 'inspector-is-doer'],
  ['beyond the limit', {}, { beyond: { year: true, units: [] } }, 'over-limit'],
  ['beyond the limit with a reason', { reasonOver: '一二三四五六七八九十' }, { beyond: { year: true, units: [] } }, null],
  ['of all that was drawn', { kind: 'sample', visits: drawn(['1', '2']) }, { drawn: ['2', '1'] }, null],
  ['of less than was drawn', { kind: 'sample', visits: drawn(['1']) }, { drawn: ['1', '2'] }, 'sample-differs'],
  ['of one twice', { kind: 'sample', visits: drawn(['1', '1']) }, { drawn: ['1', '2'] }, 'sample-differs'],
  ['of what was not drawn', { kind: 'sample', visits: drawn(['1', '3']) }, { drawn: ['1', '2'] }, 'sample-differs'],
  ['of drawn items without a draw', { visits: drawn(['1']) }, {}, 'sample-differs'],
] as const)('filing a plan %s', ([, changes, more, code]) => {
  const outcome = filePlan(plan(changes), { ...facts, ...more })
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test('every act that the table does not have is refused with the state, to everybody', () => {
  const parties: readonly InspectionParty[] = [
    { isOffice: true, leads: false, goesAlong: false },
    { isOffice: false, leads: true, goesAlong: true },
    { isOffice: false, leads: false, goesAlong: true },
  ]
  const everything = InspectionState.options.flatMap((state) =>
    InspectionAct.options.flatMap((act) => parties.map((party) => ({ state, act, outcome: actOnInspection(state, act, party) }))),
  )
  const illegal = everything.filter(({ state, act }) => inspectionTransitions[state][act] === undefined)
  expect(illegal.map(({ outcome }) => outcome)).toEqual(
    illegal.map(({ state, act }) => ({ ok: false, refusal: { code: 'inspection-state', params: { state, act } } })),
  )
  const others = everything.filter((each) => !illegal.includes(each)).map(({ outcome }) => (outcome.ok ? 'done' : outcome.refusal.code))
  expect(new Set(others)).toEqual(new Set(['done', 'not-for-you']))
})

test.for([
  ['without names', { words: '报表太多了，希望少报一些' }, { value: null }],
  ['with who said it, who agreed', { words: '报表太多了，希望少报一些', speaker: '田雨禾', agreed: true }, { value: '田雨禾' }],
  ['with who said it, who did not', { words: '报表太多了，希望少报一些', speaker: '田雨禾' }, { code: 'speaker-not-agreed' }],
  ['that names another', { words: '罗晓棠的报表太多了，希望少报一些' }, { code: 'words-name-people' }],
  ['of nine characters', { words: '一二三四五六七八九' }, { code: 'reason-too-short' }],
] as const)('a talk %s', ([, said, expected]) => {
  const outcome = recordTalk({ speaker: '', agreed: false, ...said }, ['田雨禾', '罗晓棠', '王'])
  expect(outcome.ok ? { value: outcome.value } : { code: outcome.refusal.code }).toEqual(expected)
})
