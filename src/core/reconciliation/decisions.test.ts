import { expect, test } from 'vitest'
import { Instant } from '#core/day/day.ts'
import { keepSettled, settle, sign } from './decisions.ts'
import { Reconciliation, type Side } from './reconciliation.ts'

const at = Instant.parse('2026-04-03T01:00:00Z')
const difference = (key: string, theirs = '9') => ({
  key,
  kind: 'value' as const,
  row: 2,
  cell: 'E2',
  commitment: null,
  ref: '1-1-1',
  field: 'actual' as const,
  ours: '8',
  theirs,
  settled: null,
})
const open = Reconciliation.parse({
  id: '00000000-0000-4000-8000-000000000000',
  version: 1,
  fileName: '分台账.xlsx',
  sha256: '0',
  org: null,
  orgName: '',
  asOf: '2026-03-31',
  rows: 1,
  agreeing: 0,
  differences: [difference('2:actual'), difference('2:due')],
  signed: null,
})
const signed = { ...open, signed: { by: '张三', at } }

test.for<[string, Reconciliation, readonly string[], Side, string, string | null]>([
  ['as the master ledger says', open, ['2:actual'], 'ours', '', null],
  ['as the unit says, and what is done', open, ['2:actual'], 'theirs', '补录3月的一次', null],
  ['as the unit says, without a word', open, ['2:actual'], 'theirs', ' ', 'note-needed'],
  ['one that is not there', open, ['7:actual'], 'ours', '', 'no-such-difference'],
  ['after it was signed', signed, ['2:actual'], 'ours', '', 'already-signed'],
])('settled %s', ([, before, keys, side, note, refusal]) => {
  const outcome = settle(before, { keys, side, note, by: '李四', at })
  expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
})

test('it is signed once all are settled, and not twice', () => {
  expect(sign(open, { by: '张三', at })).toMatchObject({ refusal: { code: 'still-open', params: { count: '2' } } })
  const all = settle(open, { keys: ['2:actual', '2:due'], side: 'ours', note: '', by: '李四', at })
  if (!all.ok) throw new Error('refused')
  expect(sign(all.value, { by: '张三', at })).toMatchObject({ value: { version: 3, signed: { by: '张三' } } })
  expect(sign(signed, { by: '张三', at })).toMatchObject({ refusal: { code: 'already-signed' } })
  expect(sign({ ...open, asOf: null, differences: [] }, { by: '张三', at })).toMatchObject({ refusal: { code: 'not-compared' } })
})

test('a new comparison keeps what was settled while both sides say the same', () => {
  const settled = { side: 'ours' as const, note: '', by: '李四', at }
  const before = [
    { ...difference('2:actual'), settled },
    { ...difference('2:due'), settled },
  ]
  const after = keepSettled(before, [difference('2:actual'), difference('2:due', '10'), difference('3:due')])
  expect(after.map((each) => each.settled !== null)).toEqual([true, false, false])
})
