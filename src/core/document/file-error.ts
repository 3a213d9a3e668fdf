/** Why a file could not be read or was refused. Closed: every code has words in `file-error-words.ts`. */
export type FormatErrorCode =
  | 'empty' // no byte at all
  | 'too-large' // more bytes than a document may have
  | 'wrong-type' // the content is not what the extension says
  | 'unsupported' // a known type that is not read
  | 'encrypted' // protected by a password
  | 'damaged' // breaks the rules of its own format
  | 'zip-bomb' // unpacks to more than it may, or lies about it
  | 'too-deep' // XML nested deeper than any document
  | 'too-complex' // more XML nodes than any document
  | 'doctype' // XML with a DOCTYPE
  | 'not-text' // bytes in no known encoding
  | 'no-text' // nothing to read in it
  | 'needs-office' // an old format, and LibreOffice is not installed
  | 'timeout'
  | 'out-of-memory'
  | 'aborted' // the caller gave up

/** What a file was found to be, told by its bytes. */
export type FileKind =
  | 'text'
  | 'docx'
  | 'docm'
  | 'xlsx'
  | 'pptx'
  | 'zip'
  | 'ofd'
  | 'odf'
  | 'ole'
  | 'doc'
  | 'xls'
  | 'ppt'
  | 'pdf'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'image'
  | 'archive'
  | 'program'

/**
 * What and where. `file`: its name as given; `part`: the zip entry; `line`: line in the part or file, from 1;
 * `found`: what the bytes are; `limit`: the bound that was passed, with its unit.
 */
export interface FormatErrorParams {
  readonly file?: string
  readonly part?: string
  readonly line?: number
  readonly found?: FileKind
  readonly limit?: string
}
