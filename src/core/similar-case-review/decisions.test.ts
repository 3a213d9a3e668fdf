import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { actOnAnswer, askReview, endReview, type SimilarCaseParty } from '#core/similar-case-review/decisions.ts'
import { isAnswerOverdue, SimilarCaseAct, type SimilarCaseAnswerState, type SimilarCaseState } from '#core/similar-case-review/review.ts'

const today = Day.parse('2026-03-02')
const long = '一二三四五六七八九十'
const asker: SimilarCaseParty = { asks: true, isOfUnit: false }
const unit: SimilarCaseParty = { asks: false, isOfUnit: true }
const nobody: SimilarCaseParty = { asks: false, isOfUnit: false }

test.for([
  ['nine characters are too few', { words: long.slice(1) }, 'reason-too-short'],
  ['a day that has passed', { dueOn: Day.parse('2026-03-01') }, 'due-past'],
  ['nobody is asked', { units: 0 }, 'no-units'],
  ['asked of late, without a reason', { warned: 1 }, 'burden-reason-needed'],
  ['asked of late, with a reason', { warned: 1, reasonOver: long }, null],
  ['all is said', {}, null],
] as const)('asking: %s', ([, changes, code]) => {
  const outcome = askReview({ words: long, dueOn: today, units: 2, warned: 0, reasonOver: '', ...changes }, today)
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test.for([
  ['asked', 'found', unit, {}, 'found'],
  ['asked', 'not-found', unit, {}, 'not-found'],
  ['asked', 'not-found', unit, { proofs: 0 }, 'proof-needed'],
  ['asked', 'found', unit, { words: long.slice(1) }, 'reason-too-short'],
  ['asked', 'found', asker, {}, 'not-the-unit'],
  ['asked', 'found', nobody, {}, 'not-the-unit'],
  ['asked', 'follow', asker, {}, 'similar-case-state'],
  ['not-found', 'found', unit, {}, 'found'],
  ['not-found', 'follow', asker, {}, 'similar-case-state'],
  ['not-found', 'return', asker, { proofs: 0 }, 'returned'],
  ['not-found', 'return', asker, { words: '不够' }, 'reason-too-short'],
  ['found', 'return', unit, {}, 'not-the-asker'],
  ['found', 'follow', asker, { words: '', proofs: 0 }, 'followed'],
  ['followed', 'return', asker, {}, 'similar-case-state'],
] as const)('%s, %s', ([answer, act, party, said, expected]) => {
  const outcome = actOnAnswer({ review: 'open', answer }, act, party, { words: long, proofs: 1, ...said })
  expect(outcome.ok ? outcome.value : outcome.refusal.code).toBe(expected)
})

test.for([
  ['open', 'ended', 0, '', 'ended'],
  ['open', 'ended', 2, '', 'answers-missing'],
  ['open', 'ended', 2, long, 'ended'],
  ['open', 'withdrawn', 2, '', 'reason-too-short'],
  ['open', 'withdrawn', 2, long, 'withdrawn'],
  ['ended', 'withdrawn', 0, long, 'similar-case-over'],
] as const)('%s becomes %s with %i missing', ([state, as, missing, note, expected]) => {
  const outcome = endReview(state, as, { asks: true, missing, note })
  expect(outcome.ok ? outcome.value : outcome.refusal.code).toBe(expected)
  expect(endReview(state, as, { asks: false, missing, note }).ok).toBe(false)
})

test.for([
  ['open', 'asked', true],
  ['open', 'returned', true],
  ['open', 'found', false],
  ['ended', 'asked', false],
] as const)('%s and %s past the day: overdue %s', ([review, answer, expected]) => {
  expect(isAnswerOverdue(review, answer, Day.parse('2026-03-01'), today)).toBe(expected)
  expect(isAnswerOverdue(review, answer, today, today)).toBe(false)
})

/** A plainer idea of the same: whose desk the paper lies on, and what it says. */
interface Model {
  desk: 'unit' | 'asker' | 'shelf'
  says: 'yes' | 'no' | null
  over: 'no' | 'ended' | 'withdrawn'
}
interface Real {
  review: SimilarCaseState
  answer: SimilarCaseAnswerState
}
const parties = { asker, unit, stranger: nobody } as const

function mayIn({ desk, says, over }: Model, act: SimilarCaseAct, who: keyof typeof parties): boolean {
  if (over === 'withdrawn' || (over === 'ended' && act !== 'follow')) return false
  if (act === 'found') return who === 'unit' && (desk === 'unit' || (desk === 'asker' && says === 'no'))
  if (act === 'not-found') return who === 'unit' && desk === 'unit'
  return who === 'asker' && desk === 'asker' && (act === 'return' || says === 'yes')
}

const tryTo = (act: SimilarCaseAct, who: keyof typeof parties): fc.Command<Model, Real> => ({
  check: () => true,
  run(model, real) {
    const outcome = actOnAnswer(real, act, parties[who], { words: long, proofs: 1 })
    expect(outcome.ok).toBe(mayIn(model, act, who))
    if (!outcome.ok) return
    real.answer = outcome.value
    model.desk = act === 'return' ? 'unit' : act === 'follow' ? 'shelf' : 'asker'
    if (act === 'found' || act === 'not-found') model.says = act === 'found' ? 'yes' : 'no'
    expect(real.answer === 'followed' && model.says !== 'yes').toBe(false)
  },
  toString: () => `${who} ${act}`,
})

const end = (as: 'ended' | 'withdrawn'): fc.Command<Model, Real> => ({
  check: () => true,
  run(model, real) {
    const outcome = endReview(real.review, as, { asks: true, missing: 0, note: long })
    expect(outcome.ok).toBe(model.over === 'no')
    if (!outcome.ok) return
    real.review = outcome.value
    model.over = as
  },
  toString: () => as,
})

test('whatever is tried in whatever order, the unit answers, who asked judges, and only what was found enters the ledger', () => {
  const who = ['asker', 'unit', 'stranger'] as const
  const acts = SimilarCaseAct.options.flatMap((act) => who.map((each) => fc.constant(tryTo(act, each))))
  const commands = [...acts, fc.constant(end('ended')), fc.constant(end('withdrawn'))]
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 60 }), (some) => {
      const model: Model = { desk: 'unit', says: null, over: 'no' }
      const real: Real = { review: 'open', answer: 'asked' }
      fc.modelRun(() => ({ model, real }), some)
      expect(real.answer === 'followed' && model.says !== 'yes').toBe(false)
    }),
    { numRuns: 300 },
  )
})
