import type { SourceDocument } from '#core/document/document.ts'
import { readDocx } from '#formats/docx/read-docx.ts'
import type { FileKind } from '#core/document/file-error.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { oleKind } from '#formats/guard/ole-kind.ts'
import { sniffKind } from '#formats/guard/sniff-kind.ts'
import { zipKind } from '#formats/guard/zip-kind.ts'
import { readMarkdown } from '#formats/markdown/read-markdown.ts'
import { readText } from '#formats/text/read-text.ts'
import { openZip } from '#formats/zip/open-zip.ts'

/** Largest document accepted, in bytes. */
const MAX_BYTES = 50 << 20

type Reader = (bytes: Uint8Array) => SourceDocument

/** Extension → reader, and what the bytes may be. */
const READERS: ReadonlyMap<string, { readonly kinds: readonly FileKind[]; readonly read: Reader }> = new Map([
  ['txt', { kinds: ['text'], read: readText }],
  ['md', { kinds: ['text', 'html', 'xml'], read: readMarkdown }],
  ['docx', { kinds: ['zip'], read: readOfficeFile }],
])

/**
 * Reads a document by its name's extension (.txt, .md, .docx).
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

function readKnown(extension: string, bytes: Uint8Array): SourceDocument {
  if (bytes.length === 0) throw new FormatError('empty')
  if (bytes.length > MAX_BYTES) throw new FormatError('too-large', { limit: '50 MB' })
  const kind = sniffKind(bytes)
  const reader = READERS.get(extension)
  if (reader === undefined) throw new FormatError('unsupported', { found: insideOf(kind, bytes) })
  if (!reader.kinds.includes(kind)) throw new FormatError('wrong-type', { found: insideOf(kind, bytes) })
  return reader.read(bytes)
}

function readOfficeFile(bytes: Uint8Array): SourceDocument {
  const zip = openZip(bytes)
  const found = zipKind(zip)
  if (found !== 'docx') throw new FormatError('wrong-type', { found })
  return readDocx(zip)
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
