import { createHash, randomBytes } from 'node:crypto'

const BYTES = 32

/** A new secret of 256 bits, safe in a cookie and in a URL. */
export function newToken(): string {
  return randomBytes(BYTES).toString('base64url')
}

/** The SM3 digest (GB/T 32905-2016) of a token: all that is ever stored of it. */
export function digestOf(token: string): Buffer {
  return createHash('sm3').update(token).digest()
}
