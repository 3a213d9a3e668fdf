import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileKind } from '#core/document/file-error.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { oleKind } from '#formats/guard/ole-kind.ts'
import { sniffKind } from '#formats/guard/sniff-kind.ts'
import { zipKind } from '#formats/guard/zip-kind.ts'
import { openZip } from '#formats/zip/open-zip.ts'
import { findOffice } from './find-office.ts'
import { runOffice } from './run-office.ts'

interface Way {
  /** What the bytes may be; others are left to the readers, which say what is wrong. */
  readonly kinds: readonly FileKind[]
  readonly to: 'docx' | 'xlsx'
}

const WORDS: Way = { kinds: ['doc', 'ole', 'rtf'], to: 'docx' }
const SHEETS: Way = { kinds: ['xls', 'ole'], to: 'xlsx' }
const WAYS: ReadonlyMap<string, Way> = new Map([
  ['doc', WORDS],
  ['wps', WORDS],
  ['rtf', WORDS],
  ['odt', { kinds: ['odf'], to: 'docx' }],
  ['xls', SHEETS],
  ['et', SHEETS],
])
const FILTERS = { docx: 'docx:MS Word 2007 XML', xlsx: 'xlsx:Calc MS Excel 2007 XML' } as const
const LARGEST = 50 << 20

/**
 * An old Word, Excel or WPS file, .rtf or .odt as the .docx or .xlsx that LibreOffice makes of it, automatic numbers kept; any other file as it is, old
 * Word files also where LibreOffice is not installed. Nothing is left behind.
 * @throws FormatError `needs-office`, `encrypted`, `damaged`, `timeout`, `aborted`
 */
export async function convertOld(name: string, bytes: Uint8Array, signal?: AbortSignal, program = findOffice()): Promise<Uint8Array> {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const way = WAYS.get(extension)
  if (way === undefined || bytes.length > LARGEST) return bytes
  try {
    const kind = kindOf(bytes)
    if (kind === 'encrypted') throw new FormatError('encrypted')
    if (!way.kinds.includes(kind)) return bytes
    if (program === null && kind === 'doc') return bytes
    if (program === null) throw new FormatError('needs-office')
    if (signal?.aborted === true) throw new FormatError('aborted')
    return await converted(program, bytes, kind === 'rtf' || kind === 'odf' ? extension : way.to.slice(0, 3), way.to, signal)
  } catch (error) {
    throw error instanceof FormatError ? error.inFile(name) : new FormatError('damaged', { file: name }, error)
  }
}

function kindOf(bytes: Uint8Array): FileKind | 'encrypted' {
  const kind = sniffKind(bytes)
  if (kind === 'zip') return zipKind(openZip(bytes))
  return kind === 'ole' ? oleKind(bytes) : kind
}

async function converted(program: string, bytes: Uint8Array, from: string, to: Way['to'], signal?: AbortSignal): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaohao-convert-'))
  try {
    await writeFile(join(folder, `plan.${from}`), bytes)
    await runOffice(program, folder, `plan.${from}`, FILTERS[to], signal)
    return await readFile(join(folder, 'out', `plan.${to}`))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
