import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file of the store: where its bytes are found, and how many. */
export interface StoredBytes {
  readonly sha256: string
  readonly bytes: number
}

/**
 * Files by content: the same bytes are kept once, under their SHA-256. Who may see a file is decided on the row that refers to it
 * (`stored_file`), never by knowing its hash.
 */
export interface Files {
  /** Keeps bytes or a stream. On disk for good (synced) when it resolves; nothing is left behind when it throws. */
  readonly put: (content: Uint8Array | Readable) => Promise<StoredBytes>
  /** The bytes, checked against their hash. Throws when they are missing or damaged. */
  readonly get: (sha256: string) => Promise<Buffer>
  /** Removes a file; the caller makes sure that no row refers to it. */
  readonly remove: (sha256: string) => Promise<void>
}

const HASH = /^[0-9a-f]{64}$/

/** Opens the store in a folder, clearing what uploads cut off by a crash left there. */
export async function openFiles(folder: string): Promise<Files> {
  const incoming = path.join(folder, 'incoming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { mode: 0o700 })
  const place = (sha256: string): string => {
    if (!HASH.test(sha256)) throw new Error('not a SHA-256')
    return path.join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    async put(content) {
      const temporary = path.join(incoming, randomUUID())
      try {
        const written = await write(content, temporary)
        const target = place(written.sha256)
        await keep(temporary, target, written.bytes)
        return written
      } finally {
        await rm(temporary, { force: true })
      }
    },
    async get(sha256) {
      const bytes = await readFile(place(sha256))
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`the stored file ${sha256} is damaged`)
      return bytes
    },
    async remove(sha256) {
      await rm(place(sha256), { force: true })
    },
  }
}

async function write(content: Uint8Array | Readable, temporary: string): Promise<StoredBytes> {
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

/** Moves a written and synced file to its place so that it survives a loss of power. */
async function keep(temporary: string, target: string, bytes: number): Promise<void> {
  const found = await stat(target).catch(() => null)
  if (found?.size === bytes) return
  const folder = path.dirname(target)
  const isNew = await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(temporary, target)
  await syncFolder(folder)
  if (isNew !== undefined) await syncFolder(path.dirname(folder))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
