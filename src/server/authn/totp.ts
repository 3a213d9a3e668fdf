import { createHmac } from 'node:crypto'
import type { Instant } from '#core/day/day.ts'

const STEP_MS = 30_000
const DIGITS = 6
/** Clocks of telephones run a little fast or slow: one step to either side is taken. */
const TOLERANCE = 1
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code of a step (RFC 4226 with HMAC-SHA-1, as the apps have it). */
export function codeAt(seed: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', seed).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 0xf
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The step of an instant (RFC 6238): 30 seconds. */
export function stepOf(now: Instant): number {
  return Math.floor(Date.parse(now) / STEP_MS)
}

/** The step whose code was typed, of those near now; null: none. */
export function matchingStep(seed: Buffer, code: string, now: Instant): number | null {
  const current = stepOf(now)
  for (let step = current - TOLERANCE; step <= current + TOLERANCE; step += 1) if (codeAt(seed, step) === code) return step
  return null
}

/** A seed as people type it into an app: base32 (RFC 4648) without padding. */
export function seedText(seed: Buffer): string {
  let bits = ''
  for (const byte of seed) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the square code holds: the key URI that the apps read. */
export function seedUri(seed: Buffer, { issuer, login }: { readonly issuer: string; readonly login: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`
  return `otpauth://totp/${label}?secret=${seedText(seed)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`
}
