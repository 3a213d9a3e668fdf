import { expect, test } from 'vitest'
import { byNeed, type Counted, sumCounts } from '#core/ledger/counts.ts'

const counted = (name: string, light: Counted['light'], rows: number, arrears = 0): Counted => ({ name, plan: null, light, rows, arrears })

test('what one group has of each light is put together; what does not compute stands apart', () => {
  const rows = [counted('甲', 'overdue', 1, 1), counted('乙', null, 2), counted('甲', 'overdue', 2), counted('甲', 'done', 3)]
  expect(sumCounts(rows, rows.slice(0, 2))).toEqual({
    groups: [
      { name: '甲', plan: null, rows: 6, lights: { overdue: 3, done: 3 }, none: 0, arrears: 1 },
      { name: '乙', plan: null, rows: 2, lights: {}, none: 2, arrears: 0 },
    ],
    all: { name: '甲', plan: null, rows: 3, lights: { overdue: 1 }, none: 2, arrears: 1 },
  })
})

test('units are compared by what they owe, never by what is done', () => {
  const rows = [
    counted('做得多', 'done', 90),
    counted('欠得多', 'overdue', 2),
    counted('欠得少', 'overdue', 1),
    counted('临期', 'due-soon', 9),
  ]
  expect(byNeed(sumCounts(rows, []).groups).map(({ name }) => name)).toEqual(['欠得多', '欠得少', '临期', '做得多'])
})
