import { RecordId } from '#core/record/record.ts'
import { RegisterId } from '#core/register/field.ts'
import { Day } from '#core/day/day.ts'
import { expect, test } from 'vitest'
import { byStanding, rowsOf, shareSent, standingOf } from './rows.ts'

const day = Day.parse('2026-02-02')
const record = (digit: string) => ({
  id: RecordId.parse(`0198f4a0-0000-7000-8000-00000000000${digit}`),
  register: RegisterId.parse('study-session'),
  org: 'o',
  occurredOn: { from: day, to: day, startsAtNoon: false, endsAtNoon: false },
})
const given = (path: string, bytes = 10) => ({ path, bytes, open: async () => new Blob() })
const rows = rowsOf(
  [given('none.jpg'), given('12.jpg', 30), given('2.jpg'), given('two.jpg')],
  [
    { number: null, records: [] },
    { number: '12', records: [record('1')] },
    { number: '2', records: [record('2')] },
    { number: '3', records: [record('3'), record('4')] },
  ],
)

test('one record is taken, of several a person chooses, nothing is taken for nothing', () => {
  expect(rows.map(standingOf)).toEqual(['unmatched', 'matched', 'matched', 'several'])
  expect(byStanding(rows).map(({ given: { path } }) => path)).toEqual(['two.jpg', '2.jpg', '12.jpg', 'none.jpg'])
  expect(standingOf({ match: { number: '2', records: [record('2')] }, chosen: null })).toBe('left-out')
})

test('what is left out is not waited for', () => {
  expect(shareSent(rows)).toBe(0)
  const [, first, second] = rows
  if (first === undefined || second === undefined) throw new Error('rows')
  expect(
    shareSent([
      { ...first, state: { kind: 'sending', share: 0.5 } },
      { ...second, state: { kind: 'refused', error: null } },
    ]),
  ).toBe(25 / 40)
})
