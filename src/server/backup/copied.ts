import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What went through: how much, and its SHA-256. */
export interface Passed {
  readonly bytes: number
  readonly sha256: string
}

/** A link in a chain of streams that hashes what passes; `passed` is asked at the end. */
export function makeMeter(onBytes: (bytes: number) => void = () => undefined): {
  readonly stream: Transform
  readonly passed: () => Passed
} {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      onBytes(chunk.length)
      done(null, chunk)
    },
  })
  return { stream, passed: () => ({ bytes, sha256: hash.digest('hex') }) }
}

const CHUNK = 1024 ** 2

/** Copies a file to a new one, on the disk when it resolves. */
export async function copyHashed(from: string, to: string, onBytes?: (bytes: number) => void): Promise<Passed> {
  const { stream, passed } = makeMeter(onBytes)
  await pipeline(
    createReadStream(from, { highWaterMark: CHUNK }),
    stream,
    createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true, highWaterMark: CHUNK }),
  )
  return passed()
}

/** Reads a file for its hash alone. */
export async function hashFile(file: string, onBytes?: (bytes: number) => void): Promise<Passed> {
  const { stream, passed } = makeMeter(onBytes)
  stream.resume()
  await pipeline(createReadStream(file, { highWaterMark: CHUNK }), stream)
  return passed()
}
