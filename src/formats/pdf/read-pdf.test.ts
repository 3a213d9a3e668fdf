import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { checkDocument } from '#test/formats/check-document.ts'
import { showBlocks } from '#test/formats/make-docx.ts'
import { hexOf, makePdf, type PdfMark, type PdfPage } from '#test/formats/make-pdf.ts'
import { readPdf } from './read-pdf.ts'

const text = (words: string, x: number, y: number, size = 12): PdfMark => ({ text: words, x, y, size })
const lines = (from: number, x: number, words: readonly string[]): PdfMark[] => words.map((each, index) => text(each, x, from + index * 20))

const level = (y: number, from: number, to: number): PdfMark => ({ rule: [from, y, to, y] })
const upright = (x: number): PdfMark => ({ rule: [x, 100, x, 220] })

async function shown(pages: readonly PdfPage[]): Promise<string[]> {
  const document = await readPdf(makePdf(pages))
  checkDocument(document)
  return showBlocks(document)
}

test('lines are mended into paragraphs, also over a page; headers, footers and page numbers are left out', async () => {
  const page = (number: number, body: readonly PdfMark[]): PdfPage => ({
    marks: [text('某某市人民法院整改方案', 200, 40, 9), ...body, text(`- ${number} -`, 290, 800, 9)],
  })
  const full = '每年不少于四次每年不少于四次每年不少于四次每年不少于四次每年不少'
  expect(
    await shown([
      page(1, [
        text('一、总体目标', 124, 120),
        text(`　　${full.slice(0, 31)}`, 100, 150),
        text(full, 100, 170),
        text('于四次。', 100, 190),
      ]),
      page(2, [text(`（一）${full.slice(3)}`, 100, 120), text(full, 100, 140)]),
      page(3, [text('到底部为止。', 100, 120)]),
    ]),
  ).toEqual(['一、总体目标', `${full.slice(0, 31)}${full}于四次。`, `（一）${full.slice(3)}${full}到底部为止。`])
})

test('a table without rules is read by its columns, its broken cells mended', async () => {
  const at = [60, 100, 200, 420, 490]
  const row = (y: number, cells: readonly string[]): PdfMark[] =>
    cells.flatMap((cell, column) => (cell === '' ? [] : [text(cell, at[column] ?? 0, y)]))
  const marks = [
    text('某院整改清单', 240, 100),
    ...row(140, ['序号', '问题', '整改措施', '领导', '时限']),
    ...row(160, ['1', '案款发放不及', '每周五通报案款发放进度，超', '祝以安', '5月20日']),
    ...row(180, ['', '时', '期率控制在1%以内']),
    ...row(200, ['2', '回访不到位', '每季度回访不少于40件', '孟知秋', '长期坚持']),
    text('各部门每月底前更新进度，逾期未更新的予以通报批评。', 80, 230),
  ]
  expect(await shown([{ marks }])).toEqual([
    '某院整改清单',
    'row0: 序号 | 问题 | 整改措施 | 领导 | 时限',
    'row0: 1 | 案款发放不及时 | 每周五通报案款发放进度，超期率控制在1%以内 | 祝以安 | 5月20日',
    'row0: 2 | 回访不到位 | 每季度回访不少于40件 | 孟知秋 | 长期坚持',
    '各部门每月底前更新进度，逾期未更新的予以通报批评。',
  ])
})

test('two columns are read one after the other, what goes across before and behind them', async () => {
  const left = [
    '一、左栏第一行写到了这一行的末尾',
    '左栏第二行也写到了这一行的末尾处',
    '左栏第三行也写到了这一行的末尾处',
    '左栏第四行也写到了这一行的末尾处',
    '左栏第五行也写到了这一行的末尾处',
    '左栏第六行也写到了这一行的末尾处',
    '左栏到此。',
  ]
  const right = [
    '二、右栏第一行写到了这一行的末尾',
    '右栏第二行也写到了这一行的末尾处',
    '右栏第三行也写到了这一行的末尾处',
    '右栏第四行也写到了这一行的末尾处',
    '右栏第五行也写到了这一行的末尾处',
    '右栏第六行也写到了这一行的末尾处',
    '右栏到此。',
  ]
  const marks = [text('关于印发某某整改方案的通知和附件的标题横跨两栏', 160, 120), ...lines(160, 80, left), ...lines(160, 310, right)]
  expect(await shown([{ marks }])).toEqual(['关于印发某某整改方案的通知和附件的标题横跨两栏', left.join(''), right.join('')])
})

test('a ruled table keeps its cells, its merged ones too, and a row without rules stays text', async () => {
  const rules = [level(100, 80, 500), level(140, 80, 500), level(180, 200, 500), level(220, 80, 500), ...[80, 200, 360, 500].map(upright)]
  const words = [
    text('问题', 90, 125),
    text('措施', 210, 125),
    text('时限', 370, 125),
    text('学习不严', 90, 165),
    text('每月一次', 210, 155),
    text('集中学习', 210, 175),
    text('3月底', 370, 165),
    text('每季一查', 210, 205),
    text('长期', 370, 205),
  ]
  expect(await shown([{ marks: [...rules, ...words, text('落款', 400, 260)] }])).toEqual([
    'row0: 问题 | 措施 | 时限',
    'row0: 学习不严 | 每月一次 / 集中学习 | 3月底',
    'row0:  | 每季一查 | 长期',
    '落款',
  ])
})

test.for([90, 180, 270])('a page turned by %i degrees is read as it is looked at', async (rotate) => {
  const [cos, sin] = [Math.round(Math.cos((rotate * Math.PI) / 180)), Math.round(Math.sin((rotate * Math.PI) / 180))]
  const place = rotate === 90 ? '400 100' : rotate === 180 ? '400 700' : '100 700'
  const raw = `BT /F 12 Tf ${cos} ${sin} ${-sin} ${cos} ${place} Tm <${hexOf('每年不少于四次')}> Tj ET`
  expect(await shown([{ rotate, marks: [{ raw }] }])).toEqual(['每年不少于四次'])
})

test('slanted words are a watermark', async () => {
  const raw = `BT /F 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <${hexOf('征求意见稿')}> Tj ET`
  expect(await shown([{ marks: [{ raw }, text('正文', 100, 120)] }])).toEqual(['正文'])
})

test('pages without text are named', async () => {
  const bytes = makePdf([{ marks: [text('正文', 100, 120)] }, { marks: [] }, { marks: [] }])
  expect((await readPdf(bytes)).losses).toEqual([{ code: 'pages-without-text', params: { pages: '2、3' } }])
  await expect(readPdf(makePdf([{ marks: [] }]))).rejects.toThrow(expect.objectContaining({ code: 'no-text' }))
})

const stream = (dictionary: string, data: Buffer): string =>
  `<<${dictionary}/Length ${data.length}>>\nstream\n${data.toString('latin1')}\nendstream`
const ZEROS = Buffer.alloc(80 << 20)

test.for([
  ['a stream that unpacks to too much', stream('/Filter/FlateDecode', deflateSync(ZEROS))],
  ['a stream packed twice', stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync(ZEROS)))],
  ['a long stream packed in another way', stream('/Filter/LZWDecode', Buffer.alloc(2 << 20))],
] as const)('refuses %s', async ([, object]) => {
  await expect(readPdf(makePdf([{ marks: [text('正文', 100, 120)] }], '', [object]))).rejects.toThrow(
    expect.objectContaining({ code: 'zip-bomb' }),
  )
})

test('refuses states of drawing kept without end', async () => {
  await expect(readPdf(makePdf([{ marks: [{ raw: 'q '.repeat(5_000) }, text('正文', 100, 120)] }]))).rejects.toThrow(
    expect.objectContaining({ code: 'too-deep' }),
  )
})

test('a large picture is not unpacked, and is no harm', async () => {
  const picture = stream(
    '/Type/XObject/Subtype/Image/Width 20000/Height 20000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode',
    deflateSync(ZEROS),
  )
  const page = { marks: [{ raw: '/I Do' }, text('正文', 100, 120)], extra: '/Resources<</Font<</F 3 0 R>>/XObject<</I 100 0 R>>>>' }
  expect(showBlocks(await readPdf(makePdf([page], '', [picture])))).toEqual(['正文'])
})

test.for([
  ['an open action', '/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>'],
  ['a script', '/OpenAction<</S/JavaScript/JS(app.launchURL("http://127.0.0.1:9/"))>>'],
  ['a file to start', '/OpenAction<</S/Launch/F(/bin/true)>>'],
] as const)('%s is not run', async ([, catalog]) => {
  expect(showBlocks(await readPdf(makePdf([{ marks: [text('正文', 100, 120)] }], catalog)))).toEqual(['正文'])
})
