import { expect, test } from 'vitest'
import { showBlocks } from '#test/formats/make-docx.ts'
import { checkDocument } from '#test/formats/check-document.ts'
import { readHtml } from './read-html.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const shown = (html: string): string[] => {
  const document = readHtml(utf8(html))
  checkDocument(document)
  return showBlocks(document)
}

test.for([
  ['headings and lines', '<h1>方案</h1><p>每年<b>不少于</b>4次<br>责任：办公室</p>', ['heading1: 方案', '每年不少于4次', '责任：办公室']],
  [
    'what is not shown',
    '<head><title>x</title></head><script>1</script><nav>首页</nav><p hidden>藏</p><p style="display: none">藏</p>正文',
    ['正文'],
  ],
  ['lines broken by a program', '<p>每年\r\n  不少于\n4次</p>', ['每年不少于 4次']],
  ['preformatted lines', '<pre>一、甲\n二、乙</pre>', ['一、甲', '二、乙']],
  ['a list with its numbers', '<ol start=3><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>', ['3. 甲', '4. 乙', '丙']],
  ['a list in a list', '<ol><li>甲<ol><li>乙</li></ol></li><li value=7><p>丙</p></li></ol>', ['1. 甲', '（1）乙', '7. 丙']],
  ['a table', '<table><tr><th>序号<th>措施<tr><td>1<td><p>甲<p>乙</table>', ['row0: 序号 | 措施', 'row0: 1 | 甲 / 乙']],
  ['a table that lays out the page', '<table><tr><td>目录<td><table><tr><td>甲<td>乙</table></table>', ['目录', 'row0: 甲 | 乙']],
  ['a frame of one cell', '<table><tr><td><p>甲<p>乙</table>', ['甲', '乙']],
  ['a list in a cell', '<table><tr><td>1<td><ol><li>甲<li>乙</ol></table>', ['row0: 1 | 1. 甲 / 2. 乙']],
] as const)('%s', ([, html, blocks]) => {
  expect(shown(html)).toEqual(blocks)
})

test('cells that span rows and columns keep their places', () => {
  const { blocks } = readHtml(
    utf8('<table><tr><td rowspan=2>问题<td colspan=2>责任<td>时限<tr><td>领导<td>单位<td>3月<tr><td colspan=99999999>一、甲</table>'),
  )
  expect(
    blocks.map(({ cells }) => cells?.map(({ column, columnSpan, continues }) => `${column}+${columnSpan}${continues ? '^' : ''}`)),
  ).toEqual([['0+1', '1+2', '3+1'], ['0+1^', '1+1', '2+1', '3+1'], ['0+1000']])
})

test.for([
  ['UTF-8 that claims to be GB2312', utf8('<meta charset=gb2312><p>整改方案</p>')],
  ['GB18030', Uint8Array.from([...utf8('<meta charset="gbk"><p>'), 0xd5, 0xfb, 0xb8, 0xc4, 0xb7, 0xbd, 0xb0, 0xb8])],
  ['Big5', Uint8Array.from([...utf8('<meta http-equiv=x content="text/html; charset=big5"><p>'), 0xbe, 0xe3, 0xa7, 0xef])],
] as const)('characters: %s', ([, bytes]) => {
  expect(showBlocks(readHtml(bytes))[0]).toMatch(/^整改/)
})

test.for([
  ['nothing to read', '<script>整改</script>', 'no-text'],
  ['elements nested without end', '<div>'.repeat(100_000), 'too-deep'],
  ['a bomb of open formats', `${Array.from({ length: 2_000 }, (_, at) => `<b id=${at}>`).join('')}${'<p>x'.repeat(10_000)}`, 'too-deep'],
  [
    'a bomb of formats opened again',
    `<p>${Array.from({ length: 400 }, (_, at) => `<b id=${at}>`).join('')}${'<p>x'.repeat(10_000)}`,
    'too-complex',
  ],
  ['a page in mail format', 'MIME-Version: 1.0\r\n\r\n<p>甲', 'unsupported'],
] as const)('refuses %s', ([, html, code]) => {
  expect(() => readHtml(utf8(html))).toThrow(expect.objectContaining({ code }))
})
