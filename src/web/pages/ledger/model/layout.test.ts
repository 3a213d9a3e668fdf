import { expect, test } from 'vitest'
import { defaultLayout, readLayout } from './layout.ts'

test.for([null, '', '{', '[]', '{"columns":3}', '"x"'])('what is no layout gives the default: %s', (stored) => {
  expect(readLayout(stored)).toEqual(defaultLayout())
})

test('order, widths and hidden columns come back; what is unknown goes, what is new is added', () => {
  const stored = JSON.stringify({
    columns: [
      { column: 'state', width: 77, hidden: true },
      { column: 'gone', width: 1 },
      { column: 'ref', width: 1e9 },
    ],
    compact: true,
  })
  const { columns, compact } = readLayout(stored)
  expect(columns.slice(0, 2)).toEqual([
    { column: 'state', width: 77, hidden: true },
    { column: 'ref', width: 900, hidden: false },
  ])
  expect(columns).toHaveLength(defaultLayout().columns.length)
  expect(compact).toBe(true)
})
