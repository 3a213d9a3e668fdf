import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { syncFolder } from '#server/files/sync-folder.ts'

/** A file that has come in whole, but has no place yet: it is kept or dropped. */
export interface ReceivedFile {
  readonly sha256: string
  readonly bytes: number
  /** Where it lies until it is kept or dropped. */
  readonly path: string
  /** Its bytes. */
  readonly read: () => Promise<Buffer>
  /** Some of its bytes, fewer where it ends before: what is large is not taken into memory. */
  readonly readAt: (offset: number, length: number) => Promise<Buffer>
  /** The same file with other bytes in some places; take care of it in the place of this one. */
  readonly overwrite: (patches: readonly { readonly offset: number; readonly bytes: Uint8Array }[]) => Promise<ReceivedFile>
  /** Gives it its place for good. On disk (synced) when it resolves. */
  readonly keep: (jurisdictionId: string) => Promise<void>
  /** Removes it, unless it was kept. Does nothing the second time. */
  readonly drop: () => Promise<void>
}

/**
 * Files by content: in each jurisdiction the same bytes are kept once, under their SHA-256. Who may see a file is decided on the row that
 * refers to it (`stored_file`), never by knowing its hash. Verbs use `stored-file.ts`.
 */
export interface Files {
  /** Takes in bytes or a stream. Nothing is left behind when it throws. */
  readonly receive: (content: Uint8Array | Readable) => Promise<ReceivedFile>
  /** The bytes, checked against their hash. Throws when they are missing or damaged. */
  readonly get: (jurisdictionId: string, sha256: string) => Promise<Buffer>
  /** The bytes as a stream, checked against their hash before the first is given. Throws `DamagedFile` when they are missing or damaged. */
  readonly stream: (jurisdictionId: string, sha256: string) => Promise<{ readonly bytes: number; readonly content: Readable }>
  /** Removes a file; the caller makes sure that no row refers to it. */
  readonly remove: (jurisdictionId: string, sha256: string) => Promise<void>
}

const HASH = /^[0-9a-f]{64}$/
const UUID = /^[0-9a-f-]{36}$/

/** No request takes longer. */
const LONGEST_UPLOAD_MS = 2 * 3_600_000

/** Removes what has come in longer ago than any upload may take. */
async function clearIncoming(incoming: string, age: number): Promise<void> {
  const before = Date.now() - age
  for (const name of await readdir(incoming)) {
    const file = path.join(incoming, name)
    const found = await stat(file).catch(() => null)
    if (found !== null && (age === 0 || found.mtimeMs < before)) await rm(file, { recursive: true, force: true })
  }
}

/** Opens the store in a folder, clearing what uploads cut off by a crash left there. `isShared`: other processes may be receiving into it just now. */
export async function openFiles(folder: string, { isShared = false }: { readonly isShared?: boolean } = {}): Promise<Files> {
  const incoming = path.join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await clearIncoming(incoming, isShared ? LONGEST_UPLOAD_MS : 0)
  const place = (jurisdictionId: string, sha256: string): string => {
    if (!HASH.test(sha256) || !UUID.test(jurisdictionId)) throw new Error('not the name of a stored file')
    return path.join(folder, jurisdictionId, sha256.slice(0, 2), sha256)
  }
  return {
    async receive(content) {
      const temporary = path.join(incoming, randomUUID())
      const received = ({ sha256, bytes }: Content): ReceivedFile => ({
        sha256,
        bytes,
        path: temporary,
        read: () => readFile(temporary),
        readAt: (offset, length) => readAt(temporary, offset, length),
        overwrite: async (patches) => received(await patch(temporary, patches)),
        keep: (jurisdictionId) => settle(temporary, place(jurisdictionId, sha256), folder),
        drop: () => rm(temporary, { force: true }),
      })
      try {
        return received(await write(content, temporary))
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },
    async get(jurisdictionId, sha256) {
      const bytes = await readFile(place(jurisdictionId, sha256))
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`the stored file ${sha256} is damaged`)
      return bytes
    },
    async stream(jurisdictionId, sha256) {
      const file = place(jurisdictionId, sha256)
      const found = await contentOf(file).catch(() => null)
      if (found?.sha256 !== sha256) throw new DamagedFile(sha256)
      return { bytes: found.bytes, content: createReadStream(file) }
    },
    async remove(jurisdictionId, sha256) {
      await rm(place(jurisdictionId, sha256), { force: true })
    },
  }
}

/** A stored file is not what was put there. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'

  constructor(sha256: string) {
    super(`the stored file ${sha256} is missing or damaged`)
  }
}

interface Content {
  readonly sha256: string
  readonly bytes: number
}

async function contentOf(file: string): Promise<Content> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { sha256: hash.digest('hex'), bytes: (await stat(file)).size }
}

async function readAt(file: string, offset: number, length: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function patch(file: string, patches: Parameters<ReceivedFile['overwrite']>[0]): Promise<Content> {
  const handle = await open(file, 'r+')
  try {
    for (const { offset, bytes } of patches) await handle.write(bytes, 0, bytes.length, offset)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return contentOf(file)
}

async function write(content: Uint8Array | Readable, temporary: string): Promise<Content> {
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const source = content instanceof Readable ? content : Readable.from([Buffer.from(content)])
  await pipeline(source, measure, createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }))
  return { sha256: hash.digest('hex'), bytes }
}

/**
 * Moves a written and synced file to its place so that it survives a loss of power, with the folders made for it. What stands there already
 * is replaced: it may be damaged, and these bytes are not.
 */
async function settle(temporary: string, target: string, root: string): Promise<void> {
  const folder = path.dirname(target)
  const firstNew = await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(temporary, target)
  await syncFolder(folder)
  if (firstNew === undefined) return undefined
  for (let above = path.dirname(folder); above.length >= root.length; above = path.dirname(above)) await syncFolder(above)
  return undefined
}
