import { expect, test } from 'vitest'
import { act, commitmentOf, studyReading } from '#core/commitment/commitment.fixture.ts'
import { Day } from '#core/day/day.ts'
import type { QuestionCode } from '#core/draft/question.ts'
import type { Reading } from '#core/draft/reading.ts'
import { commitment, counting, decimal, field, register } from '#core/occurrence/world.fixture.ts'
import { emptyFrame, type PlanFrame } from '#core/plan/plan.ts'
import type { Certain } from '#core/text/certain.ts'
import { implied } from '#core/text/certain.ts'
import { type Definition } from '#core/terms/definition.ts'
import { Terms } from '#core/terms/terms.ts'
import { termsOf } from '#core/terms/terms-of.ts'

const day = (text: string) => Day.parse(text)
const is = <T>(value: T): Certain<T> => implied(value, 'person')
const frame: PlanFrame = {
  inForceFrom: day('2026-01-31'),
  inForceTo: day('2026-12-31'),
  yearMeaning: 'calendar',
  firstPeriod: 'full',
  immediateLimitDays: 30,
}
const definition: Definition = {
  org: 'court',
  scope: null,
  measure: null,
  counting,
  event: null,
  midPeriod: null,
  isExact: false,
  waived: [],
}
const leaders = { kind: 'each', population: { kind: 'group', group: 'leaders' }, reach: 'own' } as const
const plain: Partial<Reading> = { comparator: null, value: null, unit: null, object: null, period: is({ unit: 'once', every: 1 }) }

interface Case {
  readonly reading?: Partial<Reading>
  readonly frame?: Partial<PlanFrame>
  readonly definition?: Partial<Definition>
  readonly answer?: readonly [QuestionCode, string]
  readonly within?: ReturnType<typeof commitment>
}

function found({ reading, frame: changed, definition: defined, answer, within }: Case, pending: readonly QuestionCode[] = []) {
  const basis = answer === undefined ? [] : [{ code: answer[0], answer: answer[1], by: act.by, at: act.at }]
  const said = commitmentOf({ reading: { ...studyReading, ...reading }, basis, within: within ?? null })
  return termsOf(said, { ...frame, ...changed }, { ...definition, ...defined }, pending)
}

function termsIn(given: Case): Terms {
  const result = found(given)
  if (result.kind !== 'terms') throw new Error(JSON.stringify(result))
  return Terms.parse(result.terms)
}

test.for<[string, Case, object]>([
  ['count', {}, { measure: { kind: 'count' }, comparator: '>=', value: '12', unit: '次' }],
  [
    'distinct where so defined',
    { definition: { measure: { kind: 'distinct', field: field('people') } } },
    { measure: { kind: 'distinct' } },
  ],
  ['duration', { reading: { kind: 'duration', value: is('60'), unit: is('天') } }, { measure: { kind: 'days' }, value: '60' }],
  [
    'about 20',
    { reading: { comparator: is('~'), value: is('20') }, answer: ['tolerance', '1.5 次'] },
    { comparator: 'range', value: '18.5', upper: '21.5' },
  ],
  ['3 to 5', { reading: { comparator: is('range'), value: is('3'), upper: is('5') } }, { comparator: 'range', value: '3', upper: '5' }],
  [
    'a promise without a number',
    { reading: { ...plain, kind: 'achieved', deadline: is(day('2026-06-30')) } },
    { measure: { kind: 'achieved' }, value: '1' },
  ],
  [
    'a trend',
    {
      reading: { kind: 'trend', comparator: is('decrease>='), value: is('5'), unit: is('%') },
      definition: {
        measure: { kind: 'change', direction: 'increase', of: { kind: 'latest', field: field('rate') }, base: { kind: 'previous' } },
      },
    },
    { measure: { kind: 'change', direction: 'decrease' }, comparator: '>=', value: '5', unit: '%' },
  ],
  [
    'no growth',
    {
      reading: { kind: 'trend', comparator: is('increase<='), value: is('0'), unit: is('%') },
      definition: {
        measure: { kind: 'change', direction: 'decrease', of: { kind: 'count' }, base: { kind: 'value', value: decimal('8') } },
      },
    },
    { measure: { kind: 'change', direction: 'increase' }, comparator: '<=' },
  ],
  [
    'growth of at least so much',
    {
      reading: { kind: 'trend', comparator: is('increase>='), value: is('8'), unit: is('%') },
      definition: {
        measure: { kind: 'change', direction: 'decrease', of: { kind: 'count' }, base: { kind: 'value', value: decimal('8') } },
      },
    },
    { measure: { kind: 'change', direction: 'increase' }, comparator: '>=', value: '8' },
  ],
  [
    'full coverage of each pair',
    {
      reading: { kind: 'coverage', comparator: is('='), value: is('100'), unit: is('%'), scope: is('per-member') },
      definition: { scope: { kind: 'pairs', a: leaders.population, b: { kind: 'headsOf', relation: 'inChargeOf' }, with: field('with') } },
    },
    { measure: { kind: 'count' }, comparator: '>=', value: '1' },
  ],
  [
    'all cleared',
    {
      reading: { kind: 'coverage', comparator: is('='), value: is('0'), unit: is('件') },
      definition: { counting: { ...counting, completion: { field: field('doneOn'), counts: 'open' } } },
    },
    { measure: { kind: 'count' }, comparator: '<=', value: '0', unit: '件' },
  ],
])('the target of %s', ([, given, target]) => {
  expect(termsIn(given).target).toMatchObject(target)
})

test.for<[string, Case, object]>([
  [
    'every calendar year',
    {},
    { kind: 'every', count: 1, unit: 'year', from: '2026-01-31', to: '2026-12-31', starts: 'calendar', partial: 'full' },
  ],
  ['every year of the plan', { frame: { yearMeaning: 'plan', inForceTo: null } }, { starts: 'plan', to: null }],
  [
    'quarters are those of the calendar',
    { reading: { period: is({ unit: 'quarter', every: 1 }) }, frame: { yearMeaning: 'plan' } },
    { unit: 'quarter', starts: 'calendar' },
  ],
  ['no later than its own day', { reading: { deadline: is(day('2026-10-31')) } }, { to: '2026-10-31' }],
  [
    'nothing is cut short',
    { frame: { inForceFrom: day('2026-01-01'), yearMeaning: null, firstPeriod: null } },
    { kind: 'every', partial: 'full' },
  ],
  [
    'once by its day',
    { reading: { ...plain, kind: 'deadline', deadline: is(day('2026-06-30')) } },
    { kind: 'once', from: '2026-01-31', by: '2026-06-30' },
  ],
  ['at once', { reading: { ...plain, kind: 'achieved', nature: is('immediate') } }, { kind: 'once', by: '2026-03-02' }],
  [
    'a standing level',
    { reading: { period: is({ unit: 'none', every: 1 }), nature: is('standing') }, frame: { inForceTo: null } },
    { kind: 'once', by: null },
  ],
  ['a level to the last day', { reading: { period: is({ unit: 'none', every: 1 }) } }, { kind: 'once', by: '2026-12-31' }],
  [
    'within five work days',
    {
      reading: { ...plain, kind: 'deadline', value: is('5'), unit: is('工作日') },
      definition: { event: { register: register('letter'), where: null } },
    },
    { kind: 'within', count: 5, unit: 'workDay', event: { register: 'letter' } },
  ],
  [
    'within two quarters',
    {
      reading: { ...plain, kind: 'deadline', value: is('2'), unit: is('季度') },
      definition: { event: { register: register('letter'), where: null } },
    },
    { kind: 'within', count: 6, unit: 'month' },
  ],
])('the rhythm: %s', ([, given, rhythm]) => {
  expect(termsIn(given).rhythm).toMatchObject(rhythm)
})

test('the scope of the words is bound to the roster', () => {
  expect(termsIn({}).scope).toEqual({ kind: 'org', org: 'court', reach: 'own' })
  expect(termsIn({ reading: { scope: is('per-member') }, definition: { scope: leaders } }).scope).toEqual(leaders)
})

test('what is part of another counts only what counts there', () => {
  expect(termsIn({ within: commitment(9) }).counting.within).toBe(commitment(9))
})

test.for<[string, Case, readonly string[]]>([
  ['nothing is answered', { frame: emptyFrame }, ['in-force']],
  ['a year begins when?', { frame: { yearMeaning: null } }, ['year-meaning']],
  ['the first period', { frame: { firstPeriod: null } }, ['first-period']],
  [
    'the limit of what is done at once',
    { reading: { ...plain, kind: 'achieved', nature: is('immediate') }, frame: { immediateLimitDays: null } },
    ['immediate-limit'],
  ],
  ['by when', { reading: { ...plain, kind: 'achieved' } }, ['due-on']],
  ['who are the members', { reading: { scope: is('per-member') } }, ['subject']],
  [
    'each, but an org is named',
    { reading: { scope: is('per-member') }, definition: { scope: { kind: 'org', org: 'court', reach: 'own' } } },
    ['subject'],
  ],
  ['which records', { definition: { counting: null } }, ['counting']],
  ['one of each, but one source', { answer: ['one-or-both', 'both'] }, ['counting']],
  ['which fields', { reading: { kind: 'ratio', unit: is('%') } }, ['measure']],
  ['hours of what', { reading: { kind: 'duration', unit: is('小时') } }, ['measure']],
  ['how far is about', { reading: { comparator: is('~') } }, ['tolerance']],
  ['over whom', { reading: { kind: 'coverage', value: is('100'), unit: is('%') } }, ['population']],
  ['against what', { reading: { kind: 'trend', comparator: is('decrease>=') } }, ['base-period']],
  ['from what on', { reading: { ...plain, kind: 'deadline', value: is('5'), unit: is('工作日') } }, ['event']],
])('asks: %s', ([, given, codes]) => {
  expect(found(given)).toEqual({ kind: 'questions', open: codes })
})

test('what is pending is asked first, and each thing once', () => {
  expect(found({ definition: { counting: null }, reading: { comparator: is('~') } }, ['each-or-whole', 'tolerance'])).toEqual({
    kind: 'questions',
    open: ['each-or-whole', 'tolerance', 'counting'],
  })
})

test.for<Case>([{ reading: { kind: 'undefined' } }, { reading: { value: null } }])('a vague promise needs a definition: %j', (given) => {
  expect(found(given)).toEqual({ kind: 'needs-definition' })
})
