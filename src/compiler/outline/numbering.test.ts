import { expect, test } from 'vitest'
import { drawClauses } from '#test/outline/draw.ts'

const cases: readonly (readonly [name: string, text: string, clauses: readonly string[]])[] = [
  [
    '一、 over （一） over 1.',
    '某局整改方案\n一、整改措施\n（一）学风不实\n1.每月集中学习1次。\n2.每季度测试。\n（二）调研不深\n1.每人下乡5天。',
    [
      'part 一、|整改措施',
      '  aspect （一）|学风不实',
      '    measure 1.|每月集中学习1次',
      '    measure 2.|每季度测试',
      '  aspect （二）|调研不深',
      '    measure 1.|每人下乡5天',
    ],
  ],
  [
    'half and full width, dots and commas alike',
    '(一)督查\n1．每周报送。\n2、每月通报。\n3.按季考核。',
    ['aspect (一)|督查', '  measure 1．|每周报送', '  measure 2、|每月通报', '  measure 3.|按季考核'],
  ].map((part) => part) as [string, string, string[]],
]

test.for(cases)('%s', ([, text, clauses]) => {
  expect(drawClauses(text)).toEqual(clauses)
})
