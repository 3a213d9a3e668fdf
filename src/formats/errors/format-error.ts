import type { FormatErrorCode, FormatErrorParams } from '#core/document/file-error.ts'

/** The only error readers of documents throw on any input. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
  readonly code: FormatErrorCode
  readonly params: FormatErrorParams

  constructor(code: FormatErrorCode, params: FormatErrorParams = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? {} : { cause })
    this.code = code
    this.params = params
  }

  /** The same error, with the name of the file it is about. */
  inFile(file: string): FormatError {
    return new FormatError(this.code, { ...this.params, file }, this.cause ?? this)
  }
}
