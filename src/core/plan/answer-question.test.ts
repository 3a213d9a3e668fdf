import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act, commitmentId, commitmentOf } from '#core/commitment/commitment.fixture.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { Answer } from '#core/draft/answer.ts'
import type { QuestionCode } from '#core/draft/question.ts'
import { questionCodes } from '#core/draft/question.ts'
import type { Reading } from '#core/draft/reading.ts'
import { Reading as ReadingSchema } from '#core/draft/reading.ts'
import { answerQuestion } from '#core/plan/answer-question.ts'
import { emptyFrame } from '#core/plan/plan.ts'
import { implied, stated } from '#core/text/certain.ts'

const asked = commitmentOf()
const other = commitmentOf({ id: commitmentId(2) })

function ask(code: QuestionCode, answer: Answer, commitments: readonly Commitment[] = [asked, other], frame = emptyFrame) {
  return answerQuestion(
    { code, commitments: [asked.id], suggestions: [{ value: 'per-unit', params: {} }] },
    answer,
    { frame, commitments },
    act,
  )
}

const promise: Reading = { ...asked.reading, kind: 'achieved', comparator: null, value: null, unit: null }
const day = Day.parse('2026-06-30')
const definition = { kind: 'count', comparator: '>=', value: '3', unit: '项' } as const

test.for<[QuestionCode, Answer, Partial<Reading>, string, Reading?]>([
  ['each-or-whole', { kind: 'choice', value: 'per-member' }, { scope: implied('per-member', 'person') }, 'per-member'],
  ['each-or-whole', { kind: 'choice', value: 'org' }, {}, 'org'],
  ['each-or-whole', { kind: 'choice', value: 'per-unit' }, { scope: implied('per-unit', 'person') }, 'per-unit'],
  ['pairs-or-total', { kind: 'choice', value: 'pairs' }, { scope: implied('pairs', 'person') }, 'pairs'],
  ['one-or-both', { kind: 'choice', value: 'both' }, {}, 'both'],
  ['population', { kind: 'words', text: '全院结案数' }, { base: implied('全院结案数', 'person') }, '全院结案数'],
  ['base-period', { kind: 'words', text: '2025年' }, { base: implied('2025年', 'person') }, '2025年'],
  ['tolerance', { kind: 'tolerance', value: '5', unit: '%' }, {}, '5 %'],
  ['tracked-change', { kind: 'choice', value: 'original' }, {}, 'original'],
  ['due-on', { kind: 'day', day }, { deadline: implied(day, 'person'), nature: implied('staged', 'time-limit') }, '2026-06-30'],
  [
    'definition',
    { kind: 'definition', changes: definition, note: '' },
    { kind: 'count' },
    '每年 ≥ 3 项',
    { ...promise, kind: 'undefined' },
  ],
  ['definition', { kind: 'definition', changes: definition, note: '指全院' }, { value: implied('3', 'person') }, '指全院', promise],
])('%s: %j', ([code, answer, expected, basis, reading = asked.reading]) => {
  const outcome = ask(code, answer, [{ ...asked, reading }, other])
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      frame: emptyFrame,
      commitments: [
        { id: asked.id, reading: expected, version: 2, decision: { kind: 'answered' }, basis: [{ code, answer: basis, by: '周岚' }] },
      ],
    },
  })
})

test('a date keeps its wording when a person says the year', () => {
  const dated: Reading = { ...promise, deadlineText: stated('9月底前', { start: 0, end: 4 }) }
  const outcome = ask('year-of-date', { kind: 'day', day }, [{ ...asked, reading: dated }])
  expect(outcome.ok && outcome.value.commitments[0]?.reading).toMatchObject({
    deadline: { value: day },
    deadlineText: { value: '9月底前' },
  })
})

test.for<[QuestionCode, Answer, object]>([
  ['in-force', { kind: 'interval', from: day, to: null }, { inForceFrom: day, inForceTo: null }],
  ['year-meaning', { kind: 'choice', value: 'plan' }, { yearMeaning: 'plan' }],
  ['first-period', { kind: 'choice', value: 'pro-rata' }, { firstPeriod: 'pro-rata' }],
  ['immediate-limit', { kind: 'days', days: 30 }, { immediateLimitDays: 30 }],
])('%s belongs to the plan', ([code, answer, frame]) => {
  const outcome = answerQuestion({ code, commitments: [], suggestions: [] }, answer, { frame: emptyFrame, commitments: [asked] }, act)
  expect(outcome).toEqual({ ok: true, value: { frame: { ...emptyFrame, ...frame }, commitments: [] } })
})

const immediate = commitmentOf({
  reading: { ...promise, period: implied({ unit: 'once', every: 1 }, 'no-recurrence'), nature: implied('immediate', 'inherited-measure') },
})
const limit = { code: 'immediate-limit', commitments: [], suggestions: [] } as const

test('what is to be done at once is due within the limit, and again when the limit changes', () => {
  const inForce = { ...emptyFrame, inForceFrom: Day.parse('2026-06-01') }
  const first = answerQuestion(limit, { kind: 'days', days: 30 }, { frame: inForce, commitments: [immediate, asked] }, act)
  if (!first.ok) throw new Error(first.refusal.code)
  expect(first.value.commitments).toMatchObject([
    { reading: { deadline: { value: '2026-07-01' } }, basis: [{ code: 'immediate-limit', answer: '30' }] },
  ])
  const again = answerQuestion(limit, { kind: 'days', days: 10 }, first.value, act)
  expect(again.ok && again.value.commitments).toMatchObject([
    { reading: { deadline: { value: '2026-06-11' } }, basis: [{ answer: '10' }], version: 3 },
  ])
})

test('the limit waits for the day the plan is in force', () => {
  const first = answerQuestion(limit, { kind: 'days', days: 30 }, { frame: emptyFrame, commitments: [immediate] }, act)
  if (!first.ok) throw new Error(first.refusal.code)
  expect(first.value.commitments).toEqual([])
  const inForce = { code: 'in-force', commitments: [], suggestions: [] } as const
  const then = answerQuestion(inForce, { kind: 'interval', from: day, to: null }, { ...first.value, commitments: [immediate] }, act)
  expect(then.ok && then.value.commitments).toMatchObject([{ reading: { deadline: { value: '2026-07-30' } } }])
})

test('a day that the plan itself names stands', () => {
  const dated = { ...immediate, reading: { ...immediate.reading, deadline: stated(day, { start: 0, end: 4 }) } }
  const frame = { ...emptyFrame, inForceFrom: day }
  const outcome = answerQuestion(limit, { kind: 'days', days: 5 }, { frame, commitments: [dated] }, act)
  expect(outcome.ok && outcome.value.commitments).toEqual([])
})

test('one day for many leaves alone those that a person has dated, and moves those it has dated itself', () => {
  const dueOn = { code: 'due-on', commitments: [asked.id, other.id], suggestions: [] } as const
  const dated = { ...asked, reading: { ...promise, deadline: implied(day, 'person') } }
  const first = answerQuestion(
    dueOn,
    { kind: 'day', day: Day.parse('2026-12-31') },
    { frame: emptyFrame, commitments: [dated, other] },
    act,
  )
  if (!first.ok) throw new Error(first.refusal.code)
  expect(first.value.commitments).toMatchObject([{ id: other.id, reading: { deadline: { value: '2026-12-31' } } }])
  const again = answerQuestion(
    dueOn,
    { kind: 'day', day: Day.parse('2027-01-31') },
    { frame: emptyFrame, commitments: [dated, ...first.value.commitments] },
    act,
  )
  expect(again.ok && again.value.commitments).toMatchObject([{ id: other.id, reading: { deadline: { value: '2027-01-31' } } }])
})

test('an answer reaches the parts of what it was asked about', () => {
  const whole = commitmentOf({ state: 'replaced', replacedBy: [commitmentId(2), commitmentId(3)] })
  const outcome = ask('each-or-whole', { kind: 'choice', value: 'per-member' }, [
    whole,
    other,
    commitmentOf({ id: commitmentId(3), state: 'discarded' }),
  ])
  expect(outcome.ok && outcome.value.commitments.map(({ id }) => id)).toEqual([commitmentId(2)])
})

test.for<[QuestionCode, Answer, string]>([
  ['each-or-whole', { kind: 'days', days: 3 }, 'wrong-answer'],
  ['each-or-whole', { kind: 'choice', value: 'per-case' }, 'not-a-choice'],
  ['year-meaning', { kind: 'choice', value: 'per-unit' }, 'not-a-choice'],
  ['in-force', { kind: 'interval', from: day, to: Day.parse('2026-06-29') }, 'interval-reversed'],
  ['definition', { kind: 'definition', changes: { kind: 'undefined' }, note: '' }, 'still-undefined'],
  ['definition', { kind: 'definition', changes: { kind: 'count', value: null }, note: '' }, 'value-missing'],
])('%s refuses %j', ([code, answer, refusal]) => {
  expect(ask(code, answer)).toMatchObject({ ok: false, refusal: { code: refusal } })
})

const anyAnswer: fc.Arbitrary<Answer> = fc
  .oneof(
    fc.record({
      kind: fc.constant('choice'),
      value: fc.constantFrom('per-member', 'org', 'pairs', 'leader', 'one', 'both', 'plan', 'accepted'),
    }),
    fc.record({ kind: fc.constant('days'), days: fc.integer({ min: 1, max: 366 }) }),
    fc.record({ kind: fc.constant('words'), text: fc.constantFrom('甲', '乙') }),
    fc.record({ kind: fc.constant('day'), day: fc.constantFrom('2026-06-30', '2027-01-01') }),
    fc.record({ kind: fc.constant('tolerance'), value: fc.constantFrom('1', '5'), unit: fc.constantFrom('%', '次') }),
  )
  .map((answer) => Answer.parse(answer))

test('the last answer alone stands', () => {
  fc.assert(
    fc.property(fc.constantFrom(...questionCodes), anyAnswer, anyAnswer, (code, before, last) => {
      const first = ask(code, before)
      if (!first.ok) return
      const then = answerQuestion(
        { code, commitments: [asked.id], suggestions: [] },
        last,
        { frame: first.value.frame, commitments: [first.value.commitments[0] ?? asked, other] },
        act,
      )
      const alone = ask(code, last)
      if (!then.ok || !alone.ok) return
      expect(then.value.commitments.map(({ reading, basis }) => ({ reading: ReadingSchema.parse(reading), basis }))).toEqual(
        alone.value.commitments.map(({ reading, basis }) => ({ reading: ReadingSchema.parse(reading), basis })),
      )
      expect(then.value.frame).toEqual(alone.value.frame)
    }),
  )
})
