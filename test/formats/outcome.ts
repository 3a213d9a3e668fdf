import { describeFormatError } from '#core/document/file-error-words.ts'
import type { SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { readAnyDocument } from '#formats/read-document.ts'

/** `read` for a sound document, the code of a FormatError that can be put in words, else what was thrown. */
export async function outcomeOf(name: string, bytes: Uint8Array, check: (document: SourceDocument) => void): Promise<string> {
  try {
    check(await readAnyDocument(name, bytes))
    return 'read'
  } catch (error) {
    const isWorded = error instanceof FormatError && describeFormatError(error, 'zh').where.startsWith(name)
    return isWorded ? error.code : `thrown: ${error instanceof Error ? error.stack : String(error)}`
  }
}
