/** What stands on a page: words at a place (points, from the left and from the top), a ruled line, or anything else in the language of pages. */
export type PdfMark =
  | { readonly text: string; readonly x: number; readonly y: number; readonly size?: number }
  | { readonly rule: readonly [x1: number, y1: number, x2: number, y2: number] }
  | { readonly raw: string }

/** A page; `rotate`: by how many degrees it is turned to be looked at; `extra`: more entries of its dictionary. */
export interface PdfPage {
  readonly marks: readonly PdfMark[]
  readonly rotate?: number
  readonly extra?: string
}

const [WIDTH, HEIGHT] = [595, 842]

/** A small PDF 1.4 with a Chinese font that no file brings along. `catalog`: more entries of the catalog; `objects`: more objects, numbered from 100. */
export function makePdf(pages: readonly PdfPage[], catalog = '', objects: readonly string[] = []): Uint8Array {
  const numbered = new Map<number, string>([
    [1, `<</Type/Catalog/Pages 2 0 R ${catalog}>>`],
    [2, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${10 + index * 2} 0 R`).join(' ')}]>>`],
    [3, '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>'],
    [
      4,
      '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1[500] 814 939 500]/FontDescriptor 5 0 R>>',
    ],
    [
      5,
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/ItalicAngle 0/Ascent 880/Descent -120/StemV 90/CapHeight 700/FontBBox[0 -120 1000 880]>>',
    ],
  ])
  for (const [index, { marks, rotate = 0, extra = '' }] of pages.entries()) {
    const content = marks.map(drawn).join('\n')
    const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Rotate ${rotate}/Resources<</Font<</F 3 0 R>>>>/Contents ${11 + index * 2} 0 R ${extra}>>`
    numbered.set(10 + index * 2, page).set(11 + index * 2, `<</Length ${content.length}>>\nstream\n${content}\nendstream`)
  }
  for (const [index, object] of objects.entries()) numbered.set(100 + index, object)
  return assemble(numbered)
}

function drawn(mark: PdfMark): string {
  if ('raw' in mark) return mark.raw
  if ('rule' in mark) {
    const [x1, y1, x2, y2] = mark.rule
    return `${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S`
  }
  return `BT /F ${mark.size ?? 12} Tf ${mark.x} ${HEIGHT - mark.y} Td <${hexOf(mark.text)}> Tj ET`
}

/** Text as the font of these files takes it: UTF-16, in hexadecimal digits. */
export function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}

function assemble(objects: ReadonlyMap<number, string>): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = new Map<number, number>()
  for (const [number, body] of objects) {
    offsets.set(number, file.length)
    file += `${number} 0 obj\n${body}\nendobj\n`
  }
  const count = Math.max(...objects.keys()) + 1
  const rows = Array.from({ length: count }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = file.length
  file += `xref\n0 ${count}\n${rows.join('')}trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}
