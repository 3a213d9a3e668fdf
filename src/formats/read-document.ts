import type { SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { readText } from '#formats/text/read-text.ts'

/** Largest document accepted, in bytes. */
const MAX_BYTES = 50 * 1024 * 1024

type Reader = (bytes: Uint8Array) => SourceDocument

const READERS: Readonly<Record<string, Reader>> = { txt: readText, text: readText, md: readText }

/**
 * Reads a document by its name's extension (.txt, .md, .docx).
 * @param name file name, used to choose the reader and to say in errors which file
 * @throws FormatError and nothing else, whatever the bytes are
 */
export function readDocument(name: string, bytes: Uint8Array): SourceDocument {
  try {
    if (bytes.length === 0) throw new FormatError('empty')
    if (bytes.length > MAX_BYTES) throw new FormatError('too-large', { limit: '50 MB' })
    const reader = READERS[extensionOf(name)]
    if (reader === undefined) throw new FormatError('unsupported')
    return reader(bytes)
  } catch (error) {
    if (error instanceof FormatError) throw new FormatError(error.code, { file: name, ...error.params }, error.cause)
    throw error
  }
}

function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
