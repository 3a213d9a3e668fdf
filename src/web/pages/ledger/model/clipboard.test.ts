import { expect, test } from 'vitest'
import { asTable, asTabs } from './clipboard.ts'

test.for([
  [
    [
      ['1', '编号'],
      ['2', '责任单位'],
    ],
    '1\t编号\r\n2\t责任单位',
  ],
  [[['一行\n两行', '他说"好"', 'a\tb']], '"一行\n两行"\t"他说""好"""\t"a\tb"'],
  [[['=1+1', '-', '＝HYPERLINK', ' @x', '每年 ≥ 12 次']], "'=1+1\t-\t'＝HYPERLINK\t' @x\t每年 ≥ 12 次"],
] as const)('as tabs: %j', ([rows, expected]) => {
  expect(asTabs(rows)).toBe(expected)
})

test('as a table every cell is text and no cell is markup', () => {
  const html = asTable([['3-2-1', '<b>甲&乙</b>', '=SUM(A1)']])
  expect(html.match(/mso-number-format:'\\@'/g)).toHaveLength(3)
  expect(html).toContain('3-2-1</td>')
  expect(html).toContain('&lt;b&gt;甲&amp;乙&lt;/b&gt;')
  expect(html).toContain(`'=SUM(A1)`)
})
