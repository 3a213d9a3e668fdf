import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { allowedText } from '#formats/xml/allowed-text.ts'
import type { OfficialBlock, OfficialRun, OfficialTable } from './official-document.ts'

/** GB/T 9704: millimetres of an A4 page, sizes in half points (三号 = 16 pt), lines in twentieths of a point: 22 lines of 28 characters a page. */
const MM = 56.7
const PAGE = { size: { width: 210 * MM, height: 297 * MM }, margin: { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM } }
const WIDTH = 156 * MM
const LINE = { line: 560, lineRule: LineRuleType.EXACT }
const INDENT = { firstLine: 640 }
const SIZE = { title: 44, body: 32, table: 24, note: 24, page: 28 } as const
/** Fonts by name; where one is missing the reader puts its own song or imitation-song type in its place. */
const FONTS = { title: '方正小标宋简体', body: '仿宋_GB2312', black: '黑体', regular: '楷体_GB2312', page: '宋体' } as const
type FontName = keyof typeof FONTS

/** An official document in the layout of GB/T 9704 as an editable .docx; `author`: who issues it. Opens in WPS, Word and LibreOffice. */
export async function writeOfficial(
  blocks: readonly OfficialBlock[],
  { title, author }: { readonly title: string; readonly author: string },
) {
  const document = new Document({
    title: allowedText(title),
    creator: allowedText(author),
    styles: { default: { document: { run: { font: font('body'), size: SIZE.body } } } },
    sections: [
      {
        properties: { page: { size: PAGE.size, margin: { ...PAGE.margin, footer: 28 * MM } } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: blocks.flatMap(partsOf),
      },
    ],
  })
  return Packer.toBuffer(document)
}

function partsOf(block: OfficialBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [
        paragraph([run(block.words, { font: font('title'), size: SIZE.title })], {
          alignment: AlignmentType.CENTER,
          spacing: { line: 700, lineRule: LineRuleType.EXACT, after: 480 },
        }),
      ]
    case 'to':
      return [paragraph([run(block.words)])]
    case 'heading':
      return [paragraph([run(block.words, headingFont(block.level))], { indent: INDENT, keepNext: true, outlineLevel: block.level - 1 })]
    case 'paragraph':
      return [
        paragraph(
          block.runs.map((each) => childOf(each)),
          { indent: INDENT, alignment: AlignmentType.BOTH },
        ),
      ]
    case 'table':
      return [tableOf(block), paragraph([])]
    case 'signed':
      return [
        paragraph([]),
        paragraph([run(block.by)], { alignment: AlignmentType.RIGHT, indent: { right: 640 } }),
        paragraph([run(block.on)], { alignment: AlignmentType.RIGHT, indent: { right: 640 } }),
      ]
    case 'note':
      return [
        paragraph([run(block.words, { size: SIZE.note })], {
          alignment: AlignmentType.LEFT,
          spacing: { line: 400, lineRule: LineRuleType.EXACT },
        }),
      ]
  }
}

function headingFont(level: 1 | 2 | 3): IRunOptions {
  if (level === 1) return { font: font('black') }
  return level === 2 ? { font: font('regular') } : { bold: true }
}

function tableOf({ head, widths, rows, centred = [] }: OfficialTable): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => Math.round((WIDTH * width) / whole))
  const cell = (children: ParagraphChild[], column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: columns[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        paragraph(children, {
          alignment: isHead || centred.includes(column) ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { line: 380, lineRule: LineRuleType.EXACT },
        }),
      ],
    })
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: columns,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((words, column) => cell([run(words, { font: font('black'), size: SIZE.table })], column, true)),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((each, column) => cell([childOf(each, { size: SIZE.table })], column, false)),
          }),
      ),
    ],
  })
}

/** — 1 —, as the standard wants it. */
function pageNumber(): Paragraph {
  return paragraph([new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: font('page'), size: SIZE.page })], {
    alignment: AlignmentType.CENTER,
  })
}

function childOf({ words, isBold = false, link }: OfficialRun, options: IRunOptions = {}): ParagraphChild {
  const worded = run(words, { ...options, bold: isBold })
  return link === undefined ? worded : new ExternalHyperlink({ link, children: [worded] })
}

function run(words: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ text: allowedText(words), ...options })
}

function paragraph(children: readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: LINE, ...options, children: [...children] })
}

function font(name: FontName) {
  const latin = 'Times New Roman'
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: FONTS[name] }
}
