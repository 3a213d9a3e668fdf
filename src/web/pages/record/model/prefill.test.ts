import { expect, test } from 'vitest'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Field } from '#core/register/field.ts'
import { Day } from '#core/day/day.ts'
import { prefill, type Start, typedFrom } from './prefill.ts'

const person = (id: string) => ({ kind: 'person' as const, id })
const owedBy = (id: string, isMine = false): Start['owed'][number] => ({
  subject: `person:${id}`,
  period: 'p',
  from: Day.parse('2026-01-01'),
  to: null,
  required: '60',
  actual: '3',
  owed: '57',
  isMine,
  org: `org of ${id}`,
  subjects: [person(id)],
})
const commitment = { id: CommitmentId.parse('0198f4a0-0000-7000-8000-000000000001'), ref: '1-1-1', sentence: '调研', unit: '天' }
const start: Start = {
  today: Day.parse('2026-03-02'),
  me: person('me'),
  org: 'mine',
  commitment,
  registers: [],
  fillable: [],
  owed: [],
  names: {},
}

test.for<[string, Partial<Start>, string | null, string, readonly string[]]>([
  ['without a commitment oneself', { commitment: null }, null, 'mine', ['me']],
  ['one’s own of several', { owed: [owedBy('li'), owedBy('me', true)] }, null, 'org of me', ['me']],
  ['the only one', { owed: [owedBy('li')] }, null, 'org of li', ['li']],
  ['nobody of several others', { owed: [owedBy('li'), owedBy('wang')] }, null, 'mine', []],
  ['who was asked for', { owed: [owedBy('me', true), owedBy('wang')] }, 'person:wang', 'org of wang', ['wang']],
  ['nobody where who was asked for owes nothing', { owed: [owedBy('me', true)] }, 'person:wang', 'mine', []],
])('%s', ([, changes, subject, org, subjects]) => {
  expect(prefill({ ...start, ...changes }, '2026-03-01', subject, { fields: [] })).toMatchObject({
    from: '2026-03-01',
    org,
    subjects: subjects.map(person),
  })
})

test('the commitment it is entered for is named already', () => {
  const fields = [
    Field.parse({ id: 'for', label: '对应任务', type: 'commitments' }),
    Field.parse({ id: 'what', label: '内容', type: 'text' }),
  ]
  const typed = prefill(start, '2026-03-01', null, { fields })
  expect([typed.values, typed.names[`commitment:${commitment.id}`]]).toEqual([{ for: [commitment.id] }, '1-1-1 调研'])
  expect(prefill({ ...start, commitment: null }, '2026-03-01', null, { fields }).values).toEqual({})
})

test.for([[null], ['text'], [{ from: '2026-03-01' }]])('what was kept in another shape (%j) is not taken', ([kept]) => {
  expect(typedFrom(kept)).toBeNull()
})
