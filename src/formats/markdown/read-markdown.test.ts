import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf } from '#core/text/span.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { readMarkdown } from './read-markdown.ts'

const read = (markdown: string) => readMarkdown(new TextEncoder().encode(markdown))

/** Blocks as `kind level: text`, the cells of rows in brackets. */
function blocksOf(markdown: string): string[] {
  const { text, blocks } = read(markdown)
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
  ['bold', '**一、目标**\n\n每年**4**次，__2__ 场', ['paragraph: 一、目标', 'paragraph: 每年4次，2 场']],
  ['bold that ends behind a colon', '**现状：**欠账**两笔**。', ['paragraph: 现状：欠账两笔。']],
  ['bold over the marks of a list', '1. **巡检**：每周*一*次', ['paragraph: 1. 巡检：每周一次']],
  ['code, links, pictures', '`甲` [乙](u) ![丙](p.png) <b>丁</b><br>戊', ['paragraph: 甲 乙 丙 丁', 'paragraph: 戊']],
  ['links by name', '[甲][a]\n\n[a]: http://x', ['paragraph: 甲']],
  ['escapes and lone marks', '\\*甲 一批*特色 3 * 4', ['paragraph: *甲 一批*特色 3 * 4']],
  [
    'tables',
    '| 序号 | **措施** |\n|---|:-:|\n| 1 | 甲\\|`乙`<br>丁 |\n|  | 丙 |\n\n后',
    ['row: [序号][措施]', 'row: [1][甲|乙\u2028丁]', 'row: [][丙]', 'paragraph: 后'],
  ],
  ['tables without a frame', '序号 | 措施\n--- | ---\n1 | 甲\n', ['row: [序号][措施]', 'row: [1][甲]']],
  ['code and rules', '```\n甲\n\n**乙**\n```\n\n***\n\n    丙\n', ['paragraph: 甲', 'paragraph: **乙**', 'paragraph: 丙']],
  ['comments left out', '<!-- 注 -->\n\n甲', ['paragraph: 甲']],
  ['HTML without its marks', '<div align="center">\n甲\n</div>', ['paragraph: 甲']],
] as const)('reads %s', ([, markdown, blocks]) => {
  expect(blocksOf(markdown)).toEqual(blocks)
})

test.for(['***\n', '<!-- 注 -->', '| |\n|---|\n'])('refuses a file of marks only: %j', (markdown) => {
  expect(() => read(markdown)).toThrow(FormatError)
})

const words = fc.stringMatching(/^[甲乙丙丁一二三每年次，、：]{1,12}$/)

test('text and cells come back without marks, and spans cut them out', () => {
  fc.assert(
    fc.property(words, fc.array(words, { minLength: 1 }), fc.array(fc.tuple(words, words), { minLength: 1 }), (title, items, rows) => {
      const markdown = [
        `## **${title}**`,
        '',
        ...items.flatMap((item, index) => [`${index + 1}. **${item}**`]),
        '',
        '| 甲 | 乙 |',
        '|---|---|',
        ...rows.map(([left, right]) => `| \`${left}\` | [${right}](u) |`),
      ]
      const lines = [title, ...items.map((item, index) => `${index + 1}. ${item}`), '甲\t乙', ...rows.map((row) => row.join('\t'))]
      const { text, blocks } = read(markdown.join('\n'))
      expect(text).toBe(lines.join('\n'))
      expect(blocks.map(({ span }) => textOf(text, span))).toEqual(lines)
      const cells = blocks.flatMap((block) => (block.cells ?? []).map(({ span }) => textOf(text, span)))
      expect(cells).toEqual(['甲', '乙', ...rows.flat()])
    }),
  )
})
