import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { actOnDifficulty, type DifficultyParty, raiseDifficulty } from '#core/difficulty/decisions.ts'
import { DifficultyAct, type DifficultyState, isAnswerLate } from '#core/difficulty/difficulty.ts'

const today = Day.parse('2026-03-02')
const long = '一二三四五六七八九十'
const nobody: DifficultyParty = { isOffice: false, isAddressed: false, isRaiser: false, raised: false }
const office = { ...nobody, isOffice: true }
const asked = { ...nobody, isAddressed: true }
const unit = { ...nobody, isRaiser: true, raised: true }

test.for([
  ['nine characters are too few', { note: long.slice(1), day: today }, 'reason-too-short'],
  ['blanks do not count', { note: ` ${long.slice(1)} `, day: today }, 'reason-too-short'],
  ['an answer is wanted by a day', { note: long, day: null }, 'day-needed'],
  ['that day is not over', { note: long, day: Day.parse('2026-03-01') }, 'answer-by-past'],
  ['today is early enough', { note: long, day: today }, null],
] as const)('raising it: %s', ([, words, code]) => {
  const outcome = raiseDifficulty({ ...words, today })
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test.for([
  ['open', 'answer', asked, {}, 'answered'],
  ['open', 'answer', office, {}, 'answered'],
  ['open', 'answer', unit, {}, 'not-addressed'],
  ['open', 'answer', { ...office, raised: true }, {}, 'raiser-cannot-answer'],
  ['open', 'escalate', asked, {}, 'escalated'],
  ['open', 'decide', office, {}, 'difficulty-state'],
  ['escalated', 'answer', asked, {}, 'difficulty-state'],
  ['escalated', 'decide', asked, { day: today }, 'not-addressed'],
  ['escalated', 'decide', office, {}, 'day-needed'],
  ['escalated', 'decide', office, { day: Day.parse('2026-03-03') }, 'meeting-in-future'],
  ['escalated', 'decide', office, { day: today }, 'answered'],
  ['answered', 'contest', unit, { day: Day.parse('2026-03-01') }, 'answer-by-past'],
  ['answered', 'contest', unit, { day: today }, 'open'],
  ['answered', 'settle', unit, { note: '' }, 'settled'],
  ['answered', 'settle', office, {}, 'not-the-raiser'],
  ['open', 'withdraw', unit, { note: '' }, 'withdrawn'],
  ['settled', 'contest', unit, { day: today }, 'difficulty-state'],
] as const)('%s, %s', ([state, act, party, more, expected]) => {
  const outcome = actOnDifficulty(state, act, party, { note: long, day: null, today, ...more })
  expect(outcome.ok ? outcome.value : outcome.refusal.code).toBe(expected)
})

test.for([
  ['open', '2026-03-01', true],
  ['escalated', '2026-03-01', true],
  ['open', '2026-03-02', false],
  ['answered', '2026-03-01', false],
] as const)('%s to be answered by %s: late %s', ([state, answerBy, isLate]) => {
  expect(isAnswerLate({ state, answerBy: Day.parse(answerBy) }, today)).toBe(isLate)
})

/** An independent and plainer idea of the same: who must move next. */
interface Model {
  waitsFor: 'answerer' | 'meeting' | 'unit' | 'nobody'
  answers: number
}
interface Real {
  state: DifficultyState
}

type Who = 'office' | 'asked' | 'unit' | 'stranger'
const parties: Readonly<Record<Who, DifficultyParty>> = { office, asked, unit, stranger: nobody }

function mayIn({ waitsFor }: Model, act: DifficultyAct, who: Who): boolean {
  switch (act) {
    case 'answer':
    case 'escalate':
      return waitsFor === 'answerer' && (who === 'office' || who === 'asked')
    case 'decide':
      return waitsFor === 'meeting' && who === 'office'
    case 'contest':
    case 'settle':
      return waitsFor === 'unit' && who === 'unit'
    case 'withdraw':
      return (waitsFor === 'answerer' || waitsFor === 'meeting') && who === 'unit'
  }
}

const NEXT: Readonly<Record<DifficultyAct, Model['waitsFor']>> = {
  answer: 'unit',
  decide: 'unit',
  escalate: 'meeting',
  contest: 'answerer',
  settle: 'nobody',
  withdraw: 'nobody',
}

const tryTo = (act: DifficultyAct, who: Who): fc.Command<Model, Real> => ({
  check: () => true,
  run(model, real) {
    const outcome = actOnDifficulty(real.state, act, parties[who], { note: long, day: today, today })
    expect(outcome.ok).toBe(mayIn(model, act, who))
    if (!outcome.ok) {
      expect(outcome.refusal.code).toMatch(/^(difficulty-state|not-addressed|not-the-raiser)$/)
      return
    }
    real.state = outcome.value
    model.waitsFor = NEXT[act]
    if (act === 'answer' || act === 'decide') model.answers += 1
    expect(real.state === 'settled' && model.answers === 0).toBe(false)
  },
  toString: () => `${who} ${act}`,
})

test('whatever is tried in whatever order, it is answered by who is asked and ended by who raised it', () => {
  const who = ['office', 'asked', 'unit', 'stranger'] as const
  const commands = DifficultyAct.options.flatMap((act) => who.map((each) => fc.constant(tryTo(act, each))))
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 60 }), (some) => {
      const model: Model = { waitsFor: 'answerer', answers: 0 }
      const real: Real = { state: 'open' }
      fc.modelRun(() => ({ model, real }), some)
      expect(real.state === 'settled' && model.answers === 0).toBe(false)
    }),
    { numRuns: 300 },
  )
})
