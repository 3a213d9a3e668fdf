import { strToU8, zipSync } from 'fflate'
import type { SourceDocument } from '#core/document/document.ts'
import { textOf } from '#core/text/span.ts'

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PARTS = ['styles', 'numbering', 'footnotes', 'endnotes'] as const

/** Inner XML of the parts of a Word document. */
export type DocxParts = { readonly body: string } & { readonly [Part in (typeof PARTS)[number]]?: string }

/** The files of a Word document by path, to be changed before they are packed. */
export function docxFiles(parts: DocxParts): Record<string, string> {
  const present = PARTS.filter((part) => parts[part] !== undefined)
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      ${contentType('document', 'document.main')}${present.map((part) => contentType(part, part)).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">
      <Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${present
      .map((part, index) => `<Relationship Id="r${index}" Type="${RELATIONS}/${part}" Target="${part}.xml"/>`)
      .join('')}</Relationships>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${parts.body}</w:body></w:document>`,
    ...Object.fromEntries(present.map((part) => [`word/${part}.xml`, `<w:${part} ${NAMESPACES}>${parts[part] ?? ''}</w:${part}>`])),
  }
}

function contentType(name: string, type: string): string {
  return `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`
}

/** A Word document from hand-written XML. */
export function makeDocx(parts: DocxParts): Uint8Array {
  return packDocx(docxFiles(parts))
}

/** Packs files by path, at a fixed time. */
export function packDocx(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content])
  return zipSync(Object.fromEntries(entries), { mtime: '2026-01-01T00:00:00' })
}

/** A paragraph of one run; `properties` is the inner XML of `w:pPr`. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
}

/** A run; `properties` is the inner XML of `w:rPr`. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** Properties of a paragraph in a list. */
export function inList(list: number, index: number): string {
  return `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${list}"/></w:numPr>`
}

/** A level of a numbering scheme. */
export function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

/** Schemes numbered from 0, each with one list of the number above: scheme 0 is list 1. */
export function numbering(...schemes: string[]): string {
  const abstract = schemes.map((levels, index) => `<w:abstractNum w:abstractNumId="${index}">${levels}</w:abstractNum>`)
  const lists = schemes.map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`)
  return [...abstract, ...lists].join('')
}

/** The blocks of a document, one line each: `heading1: …`, `row0: …` with TAB shown as ` | `. */
export function showBlocks({ text, blocks }: SourceDocument): string[] {
  return blocks.map(({ kind, span, level: heading, table }) => {
    const name = kind === 'paragraph' ? '' : `${kind}${heading ?? table ?? ''}: `
    return name + textOf(text, span).replaceAll('\t', ' | ').replaceAll('\u2028', ' / ')
  })
}
