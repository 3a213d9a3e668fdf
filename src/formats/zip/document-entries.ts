import { FormatError } from '#formats/errors/format-error.ts'
import { isTrace } from './is-trace.ts'
import { openZip } from './open-zip.ts'

/** One document of an archive. */
export interface DocumentEntry {
  /** Its path, as the archive has it. */
  readonly name: string
  /** Unpacks it. @throws FormatError `too-large` before anything is unpacked, `damaged`, `encrypted`, `zip-bomb` */
  readonly read: () => Uint8Array
}

/** One document at a time is unpacked, so that all together may be much. */
const BOUNDS = { entries: 20_000, total: 4096 * 2 ** 20 } as const
const LARGEST = 50 * 2 ** 20
const LONGEST_NAME = 1000

/**
 * The documents of an archive in the order of their names; what programs leave behind (hidden files, locks, previews) is left out and counted.
 * @throws FormatError `damaged`, `zip-bomb` where the archive itself cannot be opened
 */
export function documentEntries(bytes: Uint8Array): { readonly entries: readonly DocumentEntry[]; readonly leftOut: number } {
  const zip = openZip(bytes, BOUNDS)
  const files = zip.entries.filter(({ name }) => !name.endsWith('/'))
  const kept = files.filter(({ name }) => !name.split('/').some(isTrace))
  const entries = kept.map(({ name, path, size }): DocumentEntry => ({
    name: name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(-LONGEST_NAME),
    read() {
      if (size > LARGEST) throw new FormatError('too-large', { limit: '50 MB' })
      return zip.read(path) ?? new Uint8Array(0)
    },
  }))
  return { entries: entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)), leftOut: files.length - kept.length }
}
