import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const NAME = 'pbkdf2-sm3'
/** About as slow as the argon2id beside it; kept in the hash, so that it may grow. */
const ITERATIONS = 120_000
const MOST_ITERATIONS = 10_000_000
const BYTES = 32

const derive = promisify(pbkdf2)

/** `pbkdf2-sm3$ITERATIONS$SALT$KEY` (PKCS #5 with HMAC-SM3, GM/T 0091-2020), salt and key in base64url. */
export async function hashWithSm3(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, ITERATIONS, BYTES, 'sm3')
  return [NAME, ITERATIONS, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Whether a stored hash is one of these. */
export function isSm3Hash(stored: string): boolean {
  return stored.startsWith(`${NAME}$`)
}

/** Whether the password gives the stored key. */
export async function verifyWithSm3(password: string, stored: string): Promise<boolean> {
  const [, iterations, salt = '', key = ''] = stored.split('$')
  const count = Number(iterations)
  if (!Number.isInteger(count) || count < 1 || count > MOST_ITERATIONS) return false
  const expected = Buffer.from(key, 'base64url')
  const found = await derive(password, Buffer.from(salt, 'base64url'), count, BYTES, 'sm3')
  return expected.length === found.length && timingSafeEqual(expected, found)
}
