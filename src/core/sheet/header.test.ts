import { expect, test } from 'vitest'
import { findHeader, lettersOf } from './header.ts'

const words = { name: ['姓名', '人员'], day: ['日期'] } as const
const rowsOf = (...rows: readonly (readonly string[])[]) => rows.map((cells, index) => ({ row: index + 1, cells }))

test.for([
  [
    'under a title',
    rowsOf(['登记表'], ['姓 名', '日期（年月日）*']),
    {
      row: 2,
      columns: [
        ['name', 0],
        ['day', 1],
      ],
    },
  ],
  ['the first of two columns', rowsOf(['姓名', '人员']), { row: 1, columns: [['name', 0]] }],
  ['the topmost of two rows', rowsOf(['姓名'], ['人员']), { row: 1, columns: [['name', 0]] }],
  ['none', rowsOf(['甲', '乙']), null],
] as const)('a header %s', ([, rows, expected]) => {
  const found = findHeader(rows, words)
  expect(found && { row: found.row, columns: [...found.columns] }).toEqual(expected)
})

test.for([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
] as const)('column %i is %s', ([index, letters]) => {
  expect(lettersOf(index)).toBe(letters)
})
