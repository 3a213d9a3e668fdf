import { expect, test } from 'vitest'
import { textOf } from '#core/text/span.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { readMarkdown } from './read-markdown.ts'

/** Blocks as `kind level: text`, the cells of rows in brackets. */
function blocksOf(markdown: string): string[] {
  const { text, blocks } = readMarkdown(new TextEncoder().encode(markdown))
  expect(text).toBe(markdown)
  return blocks.map(({ kind, level, span, cells }) => {
    const name = kind + (level ?? '')
    return cells === undefined
      ? `${name}: ${textOf(text, span)}`
      : `${name}: ${cells.map((cell) => `[${textOf(text, cell.span)}]`).join('')}`
  })
}

test.for([
  ['headings', '# 方案\n\n## 一、目标 ##\n正文', ['heading1: 方案', 'heading2: 一、目标', 'paragraph: 正文']],
  ['underlined headings', '方案\n===\n\n目标\n---\n', ['heading1: 方案', 'heading2: 目标']],
  ['lines of a paragraph apart', '第一行\r\n第二行\r\n\r\n第三行', ['paragraph: 第一行', 'paragraph: 第二行', 'paragraph: 第三行']],
  ['numbers of lists kept', '1. 甲\n2. 乙\n   续\n   1) 丙', ['paragraph: 1. 甲', 'paragraph: 2. 乙', 'paragraph: 续', 'paragraph: 1) 丙']],
  ['bullets and quotes left out', '- 甲\n  - 乙\n\n> 丙\n> 丁', ['paragraph: 甲', 'paragraph: 乙', 'paragraph: 丙', 'paragraph: 丁']],
  ['a line all bold', '**一、目标**\n\n每年**4**次', ['paragraph: 一、目标', 'paragraph: 每年**4**次']],
  [
    'tables',
    '| 序号 | 措施 |\n|---|:-:|\n| 1 | 甲\\|乙 |\n|  | 丙 |\n\n后',
    ['row: [序号][措施]', 'row: [1][甲\\|乙]', 'row: [][丙]', 'paragraph: 后'],
  ],
  ['tables without a frame', '序号 | 措施\n--- | ---\n1 | 甲\n', ['row: [序号][措施]', 'row: [1][甲]']],
  ['code and rules', '```\n甲\n\n乙\n```\n\n***\n\n    丙\n', ['paragraph: 甲', 'paragraph: 乙', 'paragraph: 丙']],
  ['comments left out', '<!-- 注 -->\n\n甲', ['paragraph: 甲']],
] as const)('reads %s', ([, markdown, blocks]) => {
  expect(blocksOf(markdown)).toEqual(blocks)
})

test('refuses a file of marks only', () => {
  expect(() => readMarkdown(new TextEncoder().encode('***\n'))).toThrow(FormatError)
})
