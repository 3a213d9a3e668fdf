import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  LevelSuffix,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  type ILevelsOptions,
} from 'docx'
import { convertWithOffice, hasOffice } from './office.ts'
import { inList, level, makeDocx, numbering, paragraph, run } from './make-docx.ts'

const lvl = (index: number, format: ILevelsOptions['format'], text: string): ILevelsOptions => ({
  level: index,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.NOTHING,
  text,
  ...(format === undefined ? {} : { format }),
})

const NUMBERING = {
  config: [
    {
      reference: 'plan',
      levels: [
        lvl(0, LevelFormat.CHINESE_COUNTING, '%1、'),
        lvl(1, LevelFormat.CHINESE_COUNTING_THOUSAND, '（%2）'),
        lvl(2, LevelFormat.DECIMAL, '%3.'),
        lvl(3, LevelFormat.DECIMAL_ENCLOSED_CIRCLE, '%4'),
      ],
    },
    {
      reference: 'outline',
      levels: [lvl(0, LevelFormat.DECIMAL, '%1'), lvl(1, LevelFormat.DECIMAL, '%1.%2'), lvl(2, LevelFormat.UPPER_ROMAN, '%1.%2.%3')],
    },
    {
      reference: 'legal',
      levels: [lvl(0, LevelFormat.CHINESE_LEGAL_SIMPLIFIED, '%1、'), lvl(1, LevelFormat.IDEOGRAPH_TRADITIONAL, '%2．')],
    },
  ],
}

const item = (text: string, reference: string, at: number, instance = 0): Paragraph =>
  new Paragraph({ text, numbering: { reference, level: at, instance } })
const text = (content: string): Paragraph => new Paragraph({ children: [new TextRun(content)] })
const cell = (content: string, more: Partial<ConstructorParameters<typeof TableCell>[0]> = {}): TableCell =>
  new TableCell({ children: [text(content)], ...more })

/** A plan written with the `docx` library: lists of several schemes, instances, headings and a table with merged cells. */
async function planByLibrary(): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: '整改方案', heading: HeadingLevel.TITLE }),
    new Paragraph({ text: '总体要求', heading: HeadingLevel.HEADING_1, numbering: { reference: 'plan', level: 0 } }),
    text('前言。'),
    item('明确目标', 'plan', 1),
    item('每年培训 4 次', 'plan', 2),
    item('逐月通报', 'plan', 2),
    item('分项', 'plan', 3),
    item('压实责任', 'plan', 1),
    item('重新起算', 'plan', 2),
    new Paragraph({ text: '重点任务', heading: HeadingLevel.HEADING_1, numbering: { reference: 'plan', level: 0 } }),
    item('另起一节', 'plan', 1),
    ...['甲', '乙', '丙'].flatMap((name) => [
      item(name, 'outline', 0),
      item(`${name}一`, 'outline', 1),
      item(`${name}一一`, 'outline', 2),
      item(`${name}二`, 'outline', 1),
    ]),
    item('新的一份', 'plan', 0, 1),
    item('其下一级', 'plan', 1, 1),
    ...Array.from({ length: 23 }, (_, index) => item(`第${index}`, 'legal', 0)),
    ...Array.from({ length: 12 }, (_, index) => item(`第${index}`, 'legal', 1)),
    new Table({
      rows: [
        new TableRow({ children: [cell('序号'), cell('问题', { columnSpan: 2 })] }),
        new TableRow({ children: [cell('1', { verticalMerge: VerticalMergeType.RESTART }), cell('甲'), cell('乙')] }),
        new TableRow({ children: [cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('丙'), cell('丁')] }),
      ],
    }),
    text('附则'),
  ]
  return new Uint8Array(await Packer.toBuffer(new Document({ numbering: NUMBERING, sections: [{ children }] })))
}

const BY = 'w:id="1" w:author="王某" w:date="2026-01-05T08:00:00Z"'

/**
 * Hand-written documents for what the library cannot write. LibreOffice 7.4 knows neither isLgl nor lvlRestart nor decimalEnclosedParen,
 * and its plain text shows hidden text, so these are not among them.
 */
const BY_HAND = {
  'lists that restart, count on and begin late': makeDocx({
    body: [
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 1],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 0],
      [3, 0],
      [3, 1],
      [1, 1],
      [1, 0],
      [4, 1],
      [4, 1],
      [4, 0],
      [4, 1],
      [5, 0],
      [5, 1],
      [5, 0],
      [5, 1],
    ]
      .map(([list = 1, index = 0], at) => paragraph(`文${at}`, inList(list, index)))
      .join(''),
    numbering: numbering(
      level(0, 'chineseCountingThousand', '%1、') + level(1, 'chineseCountingThousand', '（%2）') + level(2, 'decimal', '%3．'),
      level(0, 'decimalEnclosedCircle', '%1'),
      level(0, 'upperLetter', '%1)') + level(1, 'lowerRoman', '%2)'),
      level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2.'),
      level(0, 'chineseCountingThousand', '%1、') + level(1, 'decimal', '%2．'),
    ),
  }),
  overrides: makeDocx({
    body: [
      [1, 0],
      [1, 0],
      [2, 0],
      [2, 0],
      [1, 0],
      [3, 0],
      [3, 0],
    ]
      .map(([list = 1, index = 0], at) => paragraph(`文${at}`, inList(list, index)))
      .join(''),
    numbering: `${numbering(level(0, 'decimal', '%1.'))}
      <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`,
  }),
  'breaks, fields, links, merged-away paragraphs': makeDocx({
    body: `<w:p>${run('甲')}<w:r><w:br/></w:r>${run('乙')}</w:p><w:p>${run('丙')}<w:r><w:tab/></w:r>${run('丁')}</w:p>
      <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE 密 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('结果')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
      <w:p><w:hyperlink>${run('链接')}</w:hyperlink><w:smartTag w:element="x">${run('标记')}</w:smartTag></w:p>
      <w:sdt><w:sdtContent><w:p>${run('控件')}</w:p></w:sdtContent></w:sdt>
      <w:p>${run('一')}<w:ins ${BY}>${run('增')}</w:ins></w:p>`,
  }),
} as const

/** For LibreOffice to write as .docx: another producer than the others here. */
const HTML = `<html><head><meta charset="utf-8"></head><body><h1>方案</h1><p>前言<br>第二行</p>
  <ol><li>甲<ol type="a"><li>甲一</li><li>甲二<ol type="I"><li>深</li></ol></li></ol></li><li>乙</li></ol><p>中间</p>
  <ol start="5"><li>五</li><li>六</li></ol><ul><li>点</li></ul>
  <table border="1"><tr><th>序号</th><th colspan="2">问题</th></tr>
  <tr><td rowspan="2">1</td><td>甲<br>乙</td><td><ol><li>一</li><li>二</li></ol></td></tr><tr><td>丙</td><td>丁</td></tr></table>
  <p>后<a href="http://x">链接</a><b>粗</b></p></body></html>`

/** Documents whose text LibreOffice must see as we do. */
export async function docxSamples(): Promise<(readonly [name: string, bytes: Uint8Array])[]> {
  const byOffice = hasOffice ? convertWithOffice(Buffer.from(HTML), 'html', 'docx', 'docx:MS Word 2007 XML') : undefined
  return [
    ['a plan by the docx library', await planByLibrary()],
    ...(byOffice === undefined ? [] : [['a page saved by LibreOffice', byOffice] as const]),
    ...Object.entries(BY_HAND),
  ]
}
