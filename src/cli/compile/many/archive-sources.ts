import { readFile, stat } from 'node:fs/promises'
import { FormatError } from '#formats/errors/format-error.ts'
import { openZip } from '#formats/zip/open-zip.ts'
import { isTrace } from '#formats/zip/is-trace.ts'
import { inOrder, refuseLarge, type Source, type Sources } from './source.ts'

/** Only packed it is held in memory, so what it unpacks to may be much; each document is bounded on its own. */
const BOUNDS = { entries: 20_000, total: 4096 * 2 ** 20 } as const
const LARGEST_ARCHIVE = 1024 * 2 ** 20
const LONGEST_NAME = 1000

/**
 * The documents of a zip archive; each is unpacked when its turn comes.
 * @throws FormatError where the archive itself cannot be opened
 */
export async function archiveSources(file: string): Promise<Sources> {
  if ((await stat(file)).size > LARGEST_ARCHIVE) throw new FormatError('too-large', { limit: '1 GB' })
  const zip = openZip(await readFile(file), BOUNDS)
  const files = zip.entries.filter(({ name }) => !name.endsWith('/'))
  const sources = files
    .filter(({ name }) => !name.split('/').some(isLeftOut))
    .map(({ name, path, size }) => ({ file: name, bytes: async () => unpacked(name, path, size) }) satisfies Source)
  return { sources: inOrder(sources), leftOut: files.length - sources.length }

  function unpacked(name: string, path: string, size: number): Uint8Array {
    if (!isSafe(name)) throw new FormatError('damaged')
    refuseLarge(size)
    return zip.read(path) ?? new Uint8Array(0)
  }
}

function isLeftOut(segment: string): boolean {
  return segment !== '..' && segment !== '.' && isTrace(segment)
}

/** Whether a draft may be written below the output under this name: a name from outside must not lead out of it. */
function isSafe(name: string): boolean {
  return (
    Buffer.byteLength(name) <= LONGEST_NAME &&
    !/[\p{Cc}:]/u.test(name) &&
    name.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..' && Buffer.byteLength(segment) <= 255)
  )
}
