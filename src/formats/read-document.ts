import type { SourceDocument } from '#core/document/document.ts'
import { readDoc } from '#formats/doc/read-doc.ts'
import { readDocx } from '#formats/docx/read-docx.ts'
import type { FileKind } from '#core/document/file-error.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { oleKind } from '#formats/guard/ole-kind.ts'
import { sniffKind } from '#formats/guard/sniff-kind.ts'
import { zipKind } from '#formats/guard/zip-kind.ts'
import { readHtml } from '#formats/html/read-html.ts'
import { readMarkdown } from '#formats/markdown/read-markdown.ts'
import { readOfd } from '#formats/ofd/read-ofd.ts'
import { readText } from '#formats/text/read-text.ts'
import { readPlanSheets } from '#formats/xlsx/read-plan-sheets.ts'
import { openZip, type Zip } from '#formats/zip/open-zip.ts'

/** Largest document accepted, in bytes. */
const MAX_BYTES = 50 << 20

type Reader = (bytes: Uint8Array, extension: string) => SourceDocument

/** Extension → reader, and what the bytes may be. */
const READERS: ReadonlyMap<string, { readonly kinds: readonly FileKind[]; readonly read: Reader }> = new Map([
  ['txt', { kinds: ['text'], read: readText }],
  ['md', { kinds: ['text', 'html', 'xml'], read: readMarkdown }],
  ['html', { kinds: ['html', 'text', 'xml'], read: readHtml }],
  ['htm', { kinds: ['html', 'text', 'xml'], read: readHtml }],
  ['docx', { kinds: ['zip'], read: readZip }],
  ['xlsx', { kinds: ['zip'], read: readZip }],
  ['ofd', { kinds: ['zip'], read: readZip }],
  ['pdf', { kinds: ['pdf'], read: refusePdf }],
  // many a .doc or .xls is something else inside; an old one comes here converted, or as it is where LibreOffice is not installed
  ['doc', { kinds: ['zip', 'html', 'ole'], read: readOld }],
  ['wps', { kinds: ['zip', 'html', 'ole'], read: readOld }],
  ['xls', { kinds: ['zip', 'html'], read: readOld }],
  ['et', { kinds: ['zip', 'html'], read: readOld }],
  ['rtf', { kinds: ['zip'], read: readOld }],
  ['odt', { kinds: ['zip'], read: readOld }],
])

/** What an archive may hold under which name. */
const IN_ZIP: ReadonlyMap<FileKind, { readonly extensions: RegExp; readonly read: (zip: Zip) => SourceDocument }> = new Map([
  ['docx', { extensions: /^(?:docx|doc|wps|rtf|odt)$/, read: readDocx }],
  ['xlsx', { extensions: /^(?:xlsx|xls|et)$/, read: readPlanSheets }],
  ['ofd', { extensions: /^ofd$/, read: readOfd }],
])

/**
 * Reads a document by its name's extension. `.pdf` needs `readAnyDocument`; old files (.doc, .xls …) go through `convertOld` before.
 * @param name file name, used to choose the reader and to say in errors which file
 * @throws FormatError and nothing else, whatever the bytes are
 */
export function readDocument(name: string, bytes: Uint8Array): SourceDocument {
  try {
    return readKnown(extensionOf(name), bytes)
  } catch (error) {
    throw error instanceof FormatError ? error.inFile(name) : error
  }
}

/**
 * Reads any document, also those that take waiting (.pdf).
 * @throws FormatError
 */
export async function readAnyDocument(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  if (extensionOf(name) !== 'pdf' || bytes.length > MAX_BYTES || sniffKind(bytes) !== 'pdf') return readDocument(name, bytes)
  try {
    const { readPdf } = await import('#formats/pdf/read-pdf.ts')
    return await readPdf(bytes)
  } catch (error) {
    throw error instanceof FormatError ? error.inFile(name) : error
  }
}

function readKnown(extension: string, bytes: Uint8Array): SourceDocument {
  if (bytes.length === 0) throw new FormatError('empty')
  if (bytes.length > MAX_BYTES) throw new FormatError('too-large', { limit: '50 MB' })
  const kind = sniffKind(bytes)
  const reader = READERS.get(extension)
  if (reader === undefined) throw new FormatError('unsupported', { found: insideOf(kind, bytes) })
  if (!reader.kinds.includes(kind)) throw new FormatError('wrong-type', { found: insideOf(kind, bytes) })
  return reader.read(bytes, extension)
}

/** Reading a PDF takes waiting. */
function refusePdf(): never {
  throw new FormatError('unsupported', { found: 'pdf' })
}

function readZip(bytes: Uint8Array, extension: string): SourceDocument {
  const zip = openZip(bytes)
  const found = zipKind(zip)
  const way = IN_ZIP.get(found)
  if (way === undefined || !way.extensions.test(extension)) throw new FormatError('wrong-type', { found })
  return way.read(zip)
}

function readOld(bytes: Uint8Array, extension: string): SourceDocument {
  const kind = sniffKind(bytes)
  if (kind === 'zip') return readZip(bytes, extension)
  if (kind === 'html') return readHtml(bytes)
  const found = insideOf(kind, bytes)
  if (found !== 'doc') throw new FormatError('wrong-type', { found })
  return readDoc(bytes)
}

/** What a container holds, for the message; a password is said first. */
function insideOf(kind: FileKind, bytes: Uint8Array): FileKind {
  if (kind === 'zip') return zipKind(openZip(bytes))
  if (kind !== 'ole') return kind
  const found = oleKind(bytes)
  if (found === 'encrypted') throw new FormatError('encrypted')
  return found
}

function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
