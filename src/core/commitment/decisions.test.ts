import { expect, test } from 'vitest'
import { addCommitment } from '#core/commitment/add-commitment.ts'
import { act, clauseId, commitmentId, commitmentOf, planText } from '#core/commitment/commitment.fixture.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { confirmCommitments } from '#core/commitment/confirm-commitments.ts'
import { discardCommitment } from '#core/commitment/discard-commitment.ts'
import { editCommitment } from '#core/commitment/edit-commitment.ts'
import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import { implied } from '#core/text/certain.ts'

const replaced: Partial<Commitment> = { state: 'replaced', replacedBy: [commitmentId(2)] }

test.for<[string, Partial<Commitment>, ReadingChanges, string | null]>([
  ['a changed number', {}, { value: '10' }, null],
  ['a confirmed one stays confirmed', { state: 'confirmed' }, { leaders: ['许明远'] }, null],
  ['the same number', {}, { value: '12' }, 'nothing-changed'],
  ['nothing', {}, {}, 'nothing-changed'],
  ['a number taken away', {}, { value: null }, 'value-missing'],
  ['a comparator taken away', {}, { comparator: null }, 'comparator-missing'],
  ['a range without end', {}, { comparator: 'range' }, 'upper-missing'],
  ['a range upside down', {}, { comparator: 'range', upper: '9' }, 'upper-below-value'],
  ['less than nothing', {}, { value: '-3' }, 'below-zero'],
  ['a limit below nothing', {}, { comparator: 'range', upper: '-1' }, 'below-zero'],
  ['nothing at all', {}, { comparator: '=', value: '0' }, null],
  ['more than the whole', {}, { kind: 'coverage', value: '101', unit: '%' }, 'above-whole'],
  ['the whole', {}, { kind: 'coverage', value: '100', unit: '%' }, null],
  ['the whole in thousandths', {}, { kind: 'coverage', value: '1000', unit: '‰' }, null],
  ['people covered', {}, { kind: 'coverage', value: '120', unit: '人' }, null],
  ['more than a part can be', {}, { kind: 'ratio', value: '130', unit: '%', object: '党性教育课时占比' }, 'above-whole'],
  ['a ratio of two numbers', {}, { kind: 'ratio', value: '105', unit: '%', object: '结收比' }, null],
  ['growth', {}, { kind: 'trend', comparator: 'increase>=', value: '150', unit: '%' }, null],
  ['a discarded one', { state: 'discarded' }, { value: '10' }, 'discarded'],
  ['a replaced one', replaced, { value: '10' }, 'replaced'],
])('edit: %s', ([, state, changes, refusal]) => {
  const before = commitmentOf(state)
  const outcome = editCommitment(before, changes, act)
  const edited = { state: before.state, version: 2, original: before.original, decision: { kind: 'edited', by: '周岚' } }
  expect(outcome).toMatchObject(refusal === null ? { ok: true, value: edited } : { ok: false, refusal: { code: refusal } })
})

test('an edit overrules the 口径 it contradicts, and no other', () => {
  const basis = [
    { code: 'each-or-whole', answer: 'per-member', by: '周岚', at: act.at },
    { code: 'tolerance', answer: '5 %', by: '周岚', at: act.at },
  ] as const
  const outcome = editCommitment(commitmentOf({ basis }), { scope: 'per-unit' }, act)
  expect(outcome.ok && outcome.value.basis.map(({ code }) => code)).toEqual(['tolerance'])
})

test.for<[string, Partial<Commitment>, string | null]>([
  ['a draft', {}, null],
  ['a confirmed one', { state: 'confirmed' }, null],
  ['a discarded one', { state: 'discarded' }, 'discarded'],
  ['a replaced one', replaced, 'replaced'],
])('discard: %s', ([, state, refusal]) => {
  const outcome = discardCommitment(commitmentOf(state), 'wording', act)
  const discarded = { state: 'discarded', decision: { reason: 'wording' }, version: 2 }
  expect(outcome).toMatchObject(refusal === null ? { ok: true, value: discarded } : { ok: false, refusal: { code: refusal } })
})

test('confirming takes the drafts, also those that wait for a definition', () => {
  const vague = commitmentOf({ id: commitmentId(2), reading: { ...commitmentOf().reading, kind: 'undefined' } })
  const outcome = confirmCommitments([commitmentOf(), vague, commitmentOf({ id: commitmentId(3), state: 'discarded' })])
  expect(outcome.ok && outcome.value.map(({ id, state, version }) => [id, state, version])).toEqual([
    [commitmentId(1), 'confirmed', 2],
    [commitmentId(2), 'confirmed', 2],
  ])
})

test('there must be something to confirm', () => {
  expect(confirmCommitments([commitmentOf({ state: 'confirmed' })])).toMatchObject({ refusal: { code: 'nothing-to-confirm' } })
})

const facts = { text: planText, beside: ['1-1-1', '1-1-2a', '1-1-2b'], taken: new Set(['1-1-3']) }
const addition = { id: commitmentId(9), clause: clauseId, span: { start: 29, end: 35 }, text: 'something else', changes: {} }

test('what is added is quoted from the document and takes the next free number', () => {
  const outcome = addCommitment(addition, facts, act)
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      ref: '1-1-4',
      text: '修订议事规则',
      sentence: { start: 29, end: 36 },
      original: null,
      state: 'draft',
      decision: { kind: 'added' },
    },
  })
})

test('what is added may be a person’s own words with a number', () => {
  const changes: ReadingChanges = { kind: 'count', comparator: '>=', value: '2', unit: '次', period: { unit: 'year', every: 1 } }
  const outcome = addCommitment({ ...addition, span: null, text: '每年自查两次', changes }, { ...facts, beside: [] }, act)
  expect(outcome).toMatchObject({
    ok: true,
    value: { ref: '增-1', text: '每年自查两次', span: null, reading: { value: implied('2', 'person') } },
  })
})

test.for<[string, Partial<typeof addition>, string]>([
  ['a span beyond the document', { span: { start: 40, end: 400 } }, 'span-outside'],
  ['an empty span', { span: { start: 3, end: 3 } }, 'span-outside'],
  ['a number without a value', { changes: { kind: 'count' } }, 'value-missing'],
])('add refuses %s', ([, wrong, code]) => {
  expect(addCommitment({ ...addition, ...wrong }, facts, act)).toMatchObject({ ok: false, refusal: { code } })
})
