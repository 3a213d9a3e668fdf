import { cut, flipBits, headers, overwrite, spliceText } from './damage-bytes.ts'
import { docxFiles, inList, level, numbering, packDocx, paragraph, run } from './make-docx.ts'
import type { Random } from './random.ts'

/** A way to damage a file, the same for the same random numbers. */
export type Damage = (random: Random) => Uint8Array

const BY = 'w:id="1" w:author="王某" w:date="2026-01-05T08:00:00Z"'
const CELL = (content: string): string => `<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr>${paragraph(content)}</w:tc>`

/** A document with something of everything. */
const FILES: Readonly<Record<string, string>> = docxFiles({
  body: `${paragraph('总体目标', `<w:pStyle w:val="h"/>${inList(1, 0)}`)}${paragraph('每年不少于4次', inList(1, 1))}
    <w:p>${run('甲')}<w:del ${BY}><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins ${BY}>${run('丙')}</w:ins><w:r><w:footnoteReference w:id="1"/></w:r></w:p>
    <w:tbl><w:tr>${CELL('序号')}${CELL('问题')}</w:tr><w:tr>${CELL('1')}<w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph('')}</w:tc></w:tr></w:tbl>
    <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('3月')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
    <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>`,
  styles: `<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:basedOn w:val="h"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>`,
  numbering: numbering(level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2')),
  footnotes: `<w:footnote w:id="1">${paragraph('脚注')}</w:footnote>`,
})
const WHOLE = packDocx(FILES)
const PARTS = Object.keys(FILES)

const withPart = (path: string, change: (xml: string) => string | Uint8Array): Uint8Array =>
  packDocx({ ...FILES, [path]: change(FILES[path] ?? '') })

const XML_PIECES = [
  '<',
  '>',
  '&',
  '"',
  '</w:p>',
  '<w:p>',
  '<w:tbl>',
  ']]>',
  '<![CDATA[',
  '<!--',
  '&#xD800;',
  '&#0;',
  '&#x1F600;',
  '\0',
  '\u2028',
  '<!DOCTYPE a>',
]
const VALUES = ['', '-1', '0', '99999999999999999999', '1e9', 'NaN', '__proto__', 'constructor', '%9%8%1', '\uFFFE']

/** Ways to damage a .docx; those that change a part pack it again, so that the damage reaches the reader behind the zip. */
export const DOCX_DAMAGE: readonly Damage[] = [
  (random) => cut(WHOLE, random),
  (random) => flipBits(WHOLE, random),
  (random) => overwrite(WHOLE, random.pick(headers(WHOLE)) + random.below(46), random),
  (random) => {
    const [one, other] = [random.pick(PARTS), random.pick(PARTS)]
    return packDocx({ ...FILES, [one]: FILES[other] ?? '', [other]: FILES[one] ?? '' })
  },
  (random) => packDocx(Object.fromEntries(Object.entries(FILES).filter(() => random.below(4) > 0))),
  (random) => withPart(random.pick(PARTS), (xml) => spliceText(xml, XML_PIECES, random)),
  (random) => withPart('word/document.xml', (xml) => spliceText(xml, XML_PIECES, random)),
  (random) => withPart(random.pick(PARTS), (xml) => cut(Buffer.from(xml), random)),
  (random) => withPart(random.pick(PARTS), (xml) => flipBits(Buffer.from(xml), random)),
  (random) =>
    withPart(random.pick(PARTS), (xml) =>
      xml.replace(/w:(val|ilvl|id|numId|abstractNumId)="[^"]*"/g, (all, name: string) =>
        random.below(5) > 0 ? all : `w:${name}="${random.pick(VALUES)}"`,
      ),
    ),
  (random) =>
    withPart(
      random.pick(PARTS),
      (xml) => `<?xml version="1.0" encoding="${random.pick(['GBK', 'UTF-16', 'latin1', 'UTF-8', 'x'])}"?>${xml}`,
    ),
  (random) => withPart(random.pick(PARTS), (xml) => Buffer.from(`\uFEFF${xml}`, random.pick(['utf16le', 'latin1', 'utf8']))),
  (random) =>
    withPart('word/document.xml', (xml) => xml.replace('<w:body>', `<w:body>${'<w:sdt><w:sdtContent>'.repeat(random.below(300))}`)),
  (random) =>
    withPart('word/document.xml', (xml) => {
      const depth = random.below(90)
      return xml.replace(
        '<w:body>',
        `<w:body>${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('深')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`,
      )
    }),
  (random) => withPart('word/document.xml', (xml) => xml.replace('<w:p>', `<w:p w:x="${'长'.repeat(random.below(400_000))}">`)),
  (random) => withPart(random.pick(PARTS), () => new Uint8Array(random.below(3_000_000))),
]

const TEXT = '一、总体目标\r\n（一）每年不少于4次，完成率达到100%。\r\n\r\n　　责任单位：办公室\n'

/** 整改方案 and a line end, in GB18030. */
const GB = [0xd5, 0xfb, 0xb8, 0xc4, 0xb7, 0xbd, 0xb0, 0xb8, 0x0d, 0x0a]
// Copies, because `slice` of a Buffer shares its memory.
const PLAIN = [
  Buffer.from(TEXT),
  Buffer.from(`\uFEFF${TEXT}`),
  Buffer.from(`\uFEFF${TEXT}`, 'utf16le'),
  Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16(),
  Buffer.from([...GB, ...GB, ...GB]),
].map((bytes) => new Uint8Array(bytes))

/** Ways to damage a .txt. */
export const TEXT_DAMAGE: readonly Damage[] = [
  (random) => cut(random.pick(PLAIN), random),
  (random) => flipBits(random.pick(PLAIN), random),
  (random) => {
    const bytes = random.pick(PLAIN)
    return overwrite(bytes, random.below(bytes.length), random)
  },
  (random) =>
    Buffer.concat([
      random.pick(PLAIN),
      Buffer.from(random.pick([[0xed, 0xa0, 0x80], [0], [0xff], [0xc3], [0xf4, 0x90, 0x80, 0x80]])),
      random.pick(PLAIN),
    ]),
  (random) =>
    Buffer.from(spliceText(TEXT, ['\0', '\uD800', '\uFEFF', '\u2028', '\r', '\v'], random), random.pick(['utf8', 'utf16le', 'latin1'])),
  (random) => Uint8Array.from({ length: random.below(200) }, () => random.below(256)),
]
