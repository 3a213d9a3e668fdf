import { packDocx } from './make-docx.ts'

/** A line of a page: a paragraph to be broken into lines, or the cells of a ruled row; null goes on with the cell above. */
export type OfdPart = string | readonly (string | null)[]

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
/** Millimetres: an A4 page, a font of 16 pt, lines and margins as official documents have them. */
const PAGE = { width: 210, height: 297, left: 28, top: 37, bottom: 35 } as const
const SIZE = 5.6
const PITCH = 9.8
const ACROSS = 28

interface Writer {
  readonly pages: string[][]
  y: number
  /** What closes the row above where the table ends with the page. */
  ends: string[]
}

/** A small OFD document (GB/T 33190): each line a text object with its steps, rows with ruled boxes, page numbers as offices set them. */
export function makeOfd(parts: readonly OfdPart[]): Uint8Array {
  return packDocx(ofdFiles(parts))
}

/** The files of a small OFD document by path, to be changed before they are packed. */
export function ofdFiles(parts: readonly OfdPart[]): Record<string, string> {
  const writer: Writer = { pages: [[]], y: PAGE.top, ends: [] }
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') breakLines(`　　${part}`, ACROSS).forEach((line, at) => writeLine(writer, line, at))
    else writeRow(writer, part, typeof (parts[index + 1] ?? '') === 'string')
  }
  const pages = writer.pages.map((objects, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, pageXml(objects, index)] as const)
  return {
    'OFD.xml': `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${PAGE.width} ${PAGE.height}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${pages
      .map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`)
      .join('')}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(pages),
  }
}

function writeLine(writer: Writer, line: string, index: number): void {
  const text = line.trimStart()
  const indent = index === 0 ? (line.length - text.length) * SIZE : 0
  makeRoom(writer, PITCH)
  add(writer, textObject(PAGE.left + indent, writer.y, text))
  writer.y += PITCH
}

function writeRow(writer: Writer, cells: readonly (string | null)[], isLast: boolean): void {
  const width = Math.floor(ACROSS / cells.length)
  const lines = cells.map((cell) => breakLines(cell ?? '', width - 1))
  const height = Math.max(...lines.map(({ length }) => length)) * PITCH
  makeRoom(writer, height)
  const isFirst = writer.pages.at(-1)?.length === 0
  writer.ends = []
  for (const [index, own] of lines.entries()) {
    const left = PAGE.left + index * width * SIZE
    const right = left + width * SIZE
    const bottom = writer.y + height
    add(writer, lineObject(left, writer.y, left, bottom))
    add(writer, lineObject(right, writer.y, right, bottom))
    if (cells[index] !== null || isFirst) add(writer, lineObject(left, writer.y, right, writer.y))
    if (isLast) add(writer, lineObject(left, bottom, right, bottom))
    else writer.ends.push(lineObject(left, bottom, right, bottom))
    own.forEach((text, at) => add(writer, textObject(left + SIZE / 4, writer.y + at * PITCH, text)))
  }
  writer.y += height
}

function makeRoom(writer: Writer, height: number): void {
  if (writer.y + height <= PAGE.height - PAGE.bottom) return
  writer.pages.at(-1)?.push(...writer.ends)
  writer.pages.push([])
  writer.y = PAGE.top
  writer.ends = []
}

function add({ pages }: Writer, object: string): void {
  pages.at(-1)?.push(object)
}

/** As office programs break lines: digits stay together, punctuation does not begin a line. */
function breakLines(text: string, across: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(/(?:[\d.A-Za-z%％]+|[^])[，。、；：！？）》”]*/gu) ?? []) {
    if (line !== '' && widthOf(line + word.replace(/[，。、；：！？）》”]$/, '')) > across) {
      lines.push(line)
      line = ''
    }
    line += word
  }
  return line === '' ? lines : [...lines, line]
}

/** In characters: digits and Latin letters take half of one. */
function widthOf(text: string): number {
  return stepsOf(text).reduce((sum, step) => sum + step, 0) / SIZE
}

function stepsOf(text: string): number[] {
  return Array.from(text, (character) => (character < '\u0100' ? SIZE / 2 : SIZE))
}

function textObject(x: number, y: number, text: string): string {
  const steps = text.length < 2 ? '' : ` DeltaX="${shortened(stepsOf(text).slice(0, -1))}"`
  const words = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<ofd:TextObject Boundary="${x} ${y} ${widthOf(text) * SIZE} ${SIZE * 1.3}" Font="1" Size="${SIZE}"><ofd:TextCode X="0" Y="${SIZE}"${steps}>${words}</ofd:TextCode></ofd:TextObject>`
}

/** Equal steps in a row are written once: g 5 5.6. */
function shortened(steps: readonly number[]): string {
  const runs: { step: number; count: number }[] = []
  for (const step of steps) {
    const last = runs.at(-1)
    if (last?.step === step) last.count++
    else runs.push({ step, count: 1 })
  }
  return runs.map(({ step, count }) => (count === 1 ? `${step}` : `g ${count} ${step}`)).join(' ')
}

function lineObject(x: number, y: number, toX: number, toY: number): string {
  const path = `M 0 0 L ${toX - x} ${toY - y}`
  return `<ofd:PathObject Boundary="${x} ${y} ${toX - x} ${toY - y}" LineWidth="0.2" Stroke="true"><ofd:AbbreviatedData>${path}</ofd:AbbreviatedData></ofd:PathObject>`
}

function pageXml(objects: readonly string[], index: number): string {
  const number = textObject(PAGE.width / 2 - 8, PAGE.height - 25, `— ${index + 1} —`)
  return `<ofd:Page ${NAMESPACE}><ofd:Content><ofd:Layer ID="9">${[...objects, number].join('')}</ofd:Layer></ofd:Content></ofd:Page>`
}
