import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import type { Damage } from './damage.ts'
import { cut, flipBits, headers, overwrite, spliceText } from './damage-bytes.ts'
import { packDocx } from './make-docx.ts'
import { ofdFiles } from './make-ofd.ts'
import { hexOf, makePdf } from './make-pdf.ts'
import type { Random } from './random.ts'

const NUMBERS = ['', '-1', '0', '1e9', '99999999999', 'NaN', '0.0000001', '__proto__']

/** Some numbers of a text replaced by such as no program writes. */
function spoilNumbers(text: string, random: Random): string {
  return text.replace(/\d+(?:\.\d+)?/g, (all) => (random.below(12) > 0 ? all : random.pick(NUMBERS)))
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

const PDF = makePdf(
  [
    {
      marks: [
        { text: '一、总体目标', x: 100, y: 120 },
        { text: '每年不少于4次，完成率达到100%。', x: 100, y: 150 },
        { rule: [80, 200, 400, 200] },
        { rule: [80, 240, 400, 240] },
        { rule: [80, 200, 80, 240] },
        { rule: [200, 200, 200, 240] },
        { rule: [400, 200, 400, 240] },
        { text: '问题', x: 90, y: 220 },
        { text: '措施', x: 210, y: 220 },
        { raw: `q 0.9 0.1 -0.1 0.9 20 20 cm BT /F 10 Tf 1 0 0 1 50 50 Tm [<${hexOf('表内')}> -200 <${hexOf('文字')}>] TJ ET Q` },
      ],
    },
    { rotate: 90, marks: [{ text: '第二页', x: 100, y: 120 }] },
  ],
  '/Outlines 100 0 R',
  ['<</Type/Outlines/Count 0>>', '<</Type/Metadata>>'],
)
const PDF_TEXT = Buffer.from(PDF).toString('latin1')
const PDF_PIECES = [
  '<<',
  '>>',
  '[',
  ']',
  'endobj',
  'stream',
  '0 R',
  '10 0 R',
  '2 0 R',
  '/Kids[2 0 R]',
  '/Filter/FlateDecode',
  '/Encrypt<<>>',
  '(',
  'BT',
  'Q Q Q',
]

/** Ways to damage a .pdf. */
export const PDF_DAMAGE: readonly Damage[] = [
  (random) => cut(PDF, random),
  (random) => flipBits(PDF, random),
  (random) => overwrite(PDF, random.below(PDF.length), random),
  (random) => bytesOf(spliceText(PDF_TEXT, PDF_PIECES, random)),
  (random) => bytesOf(spoilNumbers(PDF_TEXT, random)),
  (random) =>
    bytesOf(PDF_TEXT.replaceAll(/\/(?:Font|Type|Contents|Encoding|Subtype|MediaBox|W)\b/g, (all) => (random.below(6) > 0 ? all : '/Kids'))),
  (random) => bytesOf(`%PDF-1.7\n${'<<'.repeat(random.below(30_000))}`),
  (random) => bytesOf(PDF_TEXT.replace('BT', `${'q '.repeat(random.below(20_000))}BT`)),
]

const OFD = ofdFiles(['一、总体目标', '每年不少于4次，完成率达到100%。', ['问题', '措施', '时限'], ['甲', '每月1次', null], '落款'])
const OFD_PARTS = Object.keys(OFD)
const OFD_WHOLE = packDocx(OFD)
const OFD_PIECES = [
  '<',
  '>',
  '&',
  '"',
  '</ofd:TextCode>',
  '<ofd:TextObject>',
  ']]>',
  'g 99999999 1',
  '../../../../etc/passwd',
  '<!DOCTYPE a>',
  '\0',
]

const withOfdPart = (path: string, change: (xml: string) => string | Uint8Array): Uint8Array =>
  packDocx({ ...OFD, [path]: change(OFD[path] ?? '') })

/** Ways to damage an .ofd. */
export const OFD_DAMAGE: readonly Damage[] = [
  (random) => cut(OFD_WHOLE, random),
  (random) => flipBits(OFD_WHOLE, random),
  (random) => overwrite(OFD_WHOLE, random.pick(headers(OFD_WHOLE)) + random.below(46), random),
  (random) => packDocx(Object.fromEntries(Object.entries(OFD).filter(() => random.below(4) > 0))),
  (random) => withOfdPart(random.pick(OFD_PARTS), (xml) => spliceText(xml, OFD_PIECES, random)),
  (random) => withOfdPart(random.pick(OFD_PARTS), (xml) => flipBits(Buffer.from(xml), random)),
  (random) => withOfdPart(random.pick(OFD_PARTS), (xml) => spoilNumbers(xml, random)),
  (random) =>
    withOfdPart('Doc_0/Pages/Page_0/Content.xml', (xml) =>
      xml.replace('<ofd:Layer', `${'<ofd:Layer>'.repeat(random.below(400))}<ofd:Layer`),
    ),
]

const HTML =
  '<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body><h1>整改方案</h1><p>每年不少于<b>4</b>次</p><ol start="2"><li>甲<ul><li>乙</ul></ol><table border=1><caption>表</caption><tr><th rowspan="2">问题<th colspan="2">责任<tr><td>单位<td>人<tr><td>甲<td>乙<td>丙</table><pre>一\n二</pre></body></html>'
const HTML_PIECES = [
  '<',
  '>',
  '</',
  '<table>',
  '<tr>',
  '<td rowspan=99999999 colspan=99999999>',
  '<svg>',
  '<math>',
  '<template>',
  '<!--',
  '<![CDATA[',
  '&#0;',
  '&#xD800;',
  '\0',
  '\u2028',
  '<ol start=1e99>',
]

/** Ways to damage a web page. */
export const HTML_DAMAGE: readonly Damage[] = [
  (random) => cut(Buffer.from(HTML), random),
  (random) => flipBits(Buffer.from(HTML), random),
  (random) => Buffer.from(spliceText(HTML, HTML_PIECES, random)),
  (random) => Buffer.from(spoilNumbers(HTML, random)),
  (random) =>
    Buffer.from(HTML.replace('<h1>', random.pick(['<div>', '<table><td>', '<b>', '<svg>', '<select>']).repeat(random.below(3_000)))),
  (random) => Buffer.from(HTML.replace('utf-8', random.pick(['gbk', 'big5', 'utf-16', 'x-user-defined', 'none']))),
  (random) => Buffer.from(HTML, random.pick(['utf16le', 'latin1', 'utf8'])),
]

async function workbook(): Promise<Readonly<Record<string, Uint8Array>>> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('台账')
  sheet.addRows([
    ['某委整改台账'],
    ['序号', '问题', '责任', '', '时限'],
    ['', '', '领导', '单位', ''],
    [1, '甲', '乙', '丙', new Date('2026-03-01T00:00:00Z')],
    [2, 0.5, '', '丁', '长期'],
  ])
  for (const range of ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'C4:C5']) sheet.mergeCells(range)
  sheet.getCell('B5').numFmt = '0%'
  book.addWorksheet('二').addRow(['序号', '措施'])
  return unzipSync(new Uint8Array(await book.xlsx.writeBuffer()))
}

const XLSX = await workbook()
const XLSX_PARTS = Object.keys(XLSX)
const XLSX_WHOLE = packDocx(XLSX)
const XLSX_PIECES = [
  '<',
  '>',
  '&',
  '</row>',
  '<row r="1">',
  '<c r="XFD1048576">',
  ']]>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<!DOCTYPE a>',
  '&#0;',
  '\0',
]

function withXlsxPart(random: Random, change: (xml: string) => string | Uint8Array): Uint8Array {
  const path = random.pick(XLSX_PARTS)
  return packDocx({ ...XLSX, [path]: change(Buffer.from(XLSX[path] ?? []).toString('utf8')) })
}

/** Ways to damage an .xlsx. */
export const XLSX_DAMAGE: readonly Damage[] = [
  (random) => cut(XLSX_WHOLE, random),
  (random) => flipBits(XLSX_WHOLE, random),
  (random) => overwrite(XLSX_WHOLE, random.pick(headers(XLSX_WHOLE)) + random.below(46), random),
  (random) => packDocx(Object.fromEntries(Object.entries(XLSX).filter(() => random.below(6) > 0))),
  (random) => withXlsxPart(random, (xml) => spliceText(xml, XLSX_PIECES, random)),
  (random) => withXlsxPart(random, (xml) => flipBits(Buffer.from(xml), random)),
  (random) => withXlsxPart(random, (xml) => spoilNumbers(xml, random)),
]

/** An old Word file as LibreOffice writes it. */
export const OLD_DOC = new Uint8Array(readFileSync(new URL('old-plan.doc', import.meta.url)))

/** Ways to damage a .doc; the header and the directory are hit more often than the rest. */
export const DOC_DAMAGE: readonly Damage[] = [
  (random) => cut(OLD_DOC, random),
  (random) => flipBits(OLD_DOC, random),
  (random) => overwrite(OLD_DOC, random.below(OLD_DOC.length), random),
  (random) => overwrite(OLD_DOC, 24 + random.below(488), random),
  (random) => overwrite(OLD_DOC, 512 + random.below(1_024), random),
  (random) => overwrite(overwrite(OLD_DOC, random.below(OLD_DOC.length), random), random.below(OLD_DOC.length), random),
]
