import { FormatError } from '#formats/errors/format-error.ts'

/** One document of many, not yet read. */
export interface Source {
  /** Its path below the folder or in the archive, with `/`. */
  readonly file: string
  /** Reads it, into a buffer of its own. @throws FormatError, or what the file system says */
  readonly bytes: () => Promise<Uint8Array>
}

/** What is to be read, and how many files are none: hidden ones, traces of programs, links. */
export interface Sources {
  readonly sources: readonly Source[]
  readonly leftOut: number
}

const LARGEST = 50 * 2 ** 20

/** @throws FormatError `too-large`, before anything is read */
export function refuseLarge(size: number): void {
  if (size > LARGEST) throw new FormatError('too-large', { limit: '50 MB' })
}

/** In the order of their names, whatever the machine. */
export function inOrder(sources: readonly Source[]): Source[] {
  return sources.toSorted((a, b) => (a.file < b.file ? -1 : 1))
}
