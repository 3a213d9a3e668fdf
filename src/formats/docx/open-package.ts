import type { FileKind } from '#core/document/file-error.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { parseXml } from '#formats/xml/parse-xml.ts'
import { childrenNamed, type XmlNode } from '#formats/xml/xml-node.ts'
import type { Zip } from '#formats/zip/open-zip.ts'

/** The parts of a Word document that are read; all others (media, macros, embedded objects) stay unread. */
export interface WordPackage {
  readonly document: XmlNode
  readonly styles: XmlNode | undefined
  readonly numbering: XmlNode | undefined
  readonly footnotes: XmlNode | undefined
  readonly endnotes: XmlNode | undefined
}

/** Content type of the main part → what the file is. */
const MAIN_TYPES: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/wordprocessingml\.(document|template)\.main\+xml$/i, 'docx'],
  [/ms-word\.(document|template)\.macroEnabled/i, 'docm'],
  [/spreadsheetml|ms-excel/i, 'xlsx'],
  [/presentationml|ms-powerpoint/i, 'pptx'],
]

/** Formatting and markers without text: most of a document's elements. */
const IGNORED = new Set(
  (
    'tblPr tblGrid tblPrEx tblPrExChange sectPr pPrChange rPrChange trPrChange tcPrChange tblPrChange sectPrChange rFonts sz szCs lang color spacing ind jc ' +
    'b bCs i iCs u kern snapToGrid widowControl adjustRightInd autoSpaceDE autoSpaceDN proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak tcW tcBorders shd'
  )
    .split(' ')
    .map((name) => `w:${name}`),
)

/**
 * Finds and parses the parts of a Word document by its relationships (ISO/IEC 29500-2).
 * @throws FormatError
 */
export function openPackage(zip: Zip): WordPackage {
  const main = mainPath(zip)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const related = relationships(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const part = (type: string): XmlNode | undefined => parsePart(zip, related.get(type) ?? `${folder}${type}.xml`)
  const document = parsePart(zip, main)
  if (document?.name !== 'w:document') throw new FormatError('damaged', { part: main })
  return { document, styles: part('styles'), numbering: part('numbering'), footnotes: part('footnotes'), endnotes: part('endnotes') }
}

/** What an archive with `[Content_Types].xml` holds, by the type of its main part. */
export function packageKind(zip: Zip): FileKind {
  const types = parsePart(zip, '[content_types].xml')
  const overrides = childrenNamed(types, 'types:Override').map(({ attributes }) => attributes['ContentType'] ?? '')
  return MAIN_TYPES.find(([pattern]) => overrides.some((type) => pattern.test(type)))?.[1] ?? 'zip'
}

function mainPath(zip: Zip): string {
  const path = relationships(zip, '_rels/.rels', '').get('officeDocument') ?? 'word/document.xml'
  if (!zip.paths.has(path)) throw new FormatError('damaged', { part: path })
  return path
}

/** Paths of the parts a part refers to, by the last word of the relationship's type. External targets are never followed. */
function relationships(zip: Zip, path: string, folder: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const { attributes } of childrenNamed(parsePart(zip, path), 'rel:Relationship')) {
    const target = attributes['Target']
    const type = attributes['Type']?.split('/').at(-1)
    if (target === undefined || type === undefined || attributes['TargetMode'] === 'External' || found.has(type)) continue
    found.set(type, resolvePath(target, folder))
  }
  return found
}

function resolvePath(target: string, folder: string): string {
  const parts: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '' && step !== '.') parts.push(step)
  }
  return parts.join('/').toLowerCase()
}

function parsePart(zip: Zip, path: string): XmlNode | undefined {
  const bytes = zip.read(path)
  return bytes === undefined ? undefined : parseXml(bytes, path, IGNORED)
}
