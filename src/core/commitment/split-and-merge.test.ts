import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act, anyChanges, clauseId, commitmentId, commitmentOf, planText } from '#core/commitment/commitment.fixture.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { ClauseId } from '#core/commitment/commitment.ts'
import { mergeCommitments } from '#core/commitment/merge-commitments.ts'
import { nextRef, partRefs } from '#core/commitment/ref.ts'
import type { Part } from '#core/commitment/split-commitment.ts'
import { splitCommitment } from '#core/commitment/split-commitment.ts'

const facts = { text: planText, taken: new Set(['1-1-1']) }
const parts: readonly Part[] = [
  { id: commitmentId(2), span: { start: 0, end: 8 }, text: '', changes: { value: '6' } },
  { id: commitmentId(3), span: null, text: '另学习6次', changes: { value: '6', leadOrgs: ['政治部'] } },
]

test('parts keep the reading of the whole where nothing else is said', () => {
  const outcome = splitCommitment(commitmentOf({ state: 'confirmed' }), parts, facts, act)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  const [whole, first, second] = outcome.value
  expect(whole).toMatchObject({ state: 'replaced', replacedBy: [commitmentId(2), commitmentId(3)], version: 2 })
  expect(first).toMatchObject({ ref: '1-1-1a', state: 'confirmed', text: '每年组织专题学习', original: whole?.original, version: 1 })
  expect(first?.reading.leadOrgs).toEqual(whole?.reading.leadOrgs)
  expect(second).toMatchObject({ ref: '1-1-1b', text: '另学习6次', span: null, reading: { leadOrgs: [{ value: '政治部' }] } })
})

test.for<[string, Partial<Commitment>, readonly Part[], string]>([
  ['a discarded one', { state: 'discarded' }, parts, 'discarded'],
  ['a replaced one', { state: 'replaced' }, parts, 'replaced'],
  ['a part outside the document', {}, [{ id: commitmentId(2), span: { start: 0, end: 999 }, text: '', changes: {} }], 'span-outside'],
  ['a part without its number', {}, [{ id: commitmentId(2), span: null, text: '甲', changes: { value: null } }], 'value-missing'],
])('split refuses %s', ([, state, given, code]) => {
  expect(splitCommitment(commitmentOf(state), given, facts, act)).toMatchObject({ ok: false, refusal: { code } })
})

test('parts cover nothing but what they name, whatever they change', () => {
  fc.assert(
    fc.property(fc.array(anyChanges, { minLength: 2, maxLength: 20 }), (changes) => {
      const given = changes.map((change, index) => ({ id: commitmentId(index + 2), span: null, text: `第${index}部分`, changes: change }))
      const outcome = splitCommitment(commitmentOf(), given, facts, act)
      if (!outcome.ok) return
      expect(outcome.value.slice(1).map(({ text }) => text)).toEqual(given.map(({ text }) => text))
      expect(new Set(outcome.value.map(({ ref }) => ref)).size).toBe(given.length + 1)
    }),
  )
})

const rules = commitmentOf({ id: commitmentId(2), ref: '1-1-2', span: { start: 29, end: 35 }, text: '修订议事规则' })
const tracked = commitmentOf({ id: commitmentId(3), ref: '1-1-3', span: { start: 36, end: 42 }, text: '定期跟踪问效' })

test('merged ones are covered by the text of the kept one', () => {
  const outcome = mergeCommitments(rules, [tracked], planText, act)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  expect(outcome.value[0]).toMatchObject({
    text: '修订议事规则；定期跟踪问效',
    span: { start: 29, end: 42 },
    own: { text: '修订议事规则' },
    reading: rules.reading,
    version: 2,
  })
  expect(outcome.value[1]).toMatchObject({ state: 'replaced', replacedBy: [rules.id], text: '定期跟踪问效' })
})

test('ones of other clauses lend their words, not their place', () => {
  const elsewhere = { ...tracked, clause: ClauseId.parse('0198f4a0-0000-7000-9000-000000000002') }
  const outcome = mergeCommitments(rules, [elsewhere], planText, act)
  expect(outcome.ok && outcome.value[0]).toMatchObject({ text: '修订议事规则；定期跟踪问效', span: rules.span, clause: clauseId })
})

test.for<[string, readonly Commitment[], string]>([
  ['itself', [rules], 'merged-with-itself'],
  ['the same one twice', [tracked, tracked], 'merged-with-itself'],
  ['a discarded one', [{ ...tracked, state: 'discarded' }], 'discarded'],
  ['a replaced one', [{ ...tracked, state: 'replaced' }], 'replaced'],
  ['a confirmed one with a draft', [{ ...tracked, state: 'confirmed' }], 'mixed-states'],
])('merge refuses %s', ([, others, code]) => {
  expect(mergeCommitments(rules, others, planText, act)).toMatchObject({ ok: false, refusal: { code } })
})

test.for([
  ['3-2-1', 2, [], ['3-2-1a', '3-2-1b']],
  ['3-2-1', 2, ['3-2-1a'], ['3-2-1b', '3-2-1c']],
  ['3-2-1a', 2, ['3-2-1a'], ['3-2-1aa', '3-2-1ab']],
] as const)('parts of %s', ([ref, count, taken, refs]) => {
  expect(partRefs(ref, count, new Set(taken))).toEqual(refs)
})

test('after z comes aa', () => {
  expect(partRefs('1', 28, new Set()).slice(25)).toEqual(['1z', '1aa', '1ab'])
})

test.for([
  [['3-2-1', '3-2-2'], [], '3-2-3'],
  [['3-2-1', '3-2-2b'], ['3-2-3'], '3-2-4'],
  [['(一)'], [], '增-1'],
  [[], ['增-1'], '增-2'],
] as const)('beside %j the next is free', ([beside, taken, ref]) => {
  expect(nextRef(beside, new Set(taken))).toBe(ref)
})
