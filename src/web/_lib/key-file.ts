/** A key pair for SM2 in a file of its own: the private half is sealed under a password (PBKDF2, AES-GCM) and never leaves the browser open. */
interface KeyFile {
  readonly form: 'xiaohao-key/1'
  /** Uncompressed point, hexadecimal, as are all others. */
  readonly publicKey: string
  readonly salt: string
  readonly iterations: number
  readonly iv: string
  readonly sealed: string
}

/** What a key says to a challenge. */
export interface SignedWithKey {
  readonly publicKey: string
  /** SM2 with SM3 and the default user id, DER in hexadecimal. */
  readonly signature: string
}

/** Why a key file does not sign. `no-secure-page`: browsers seal only on pages that came over TLS or from this machine. */
export class KeyFileTrouble extends Error {
  override readonly name = 'KeyFileTrouble'
  readonly code: 'not-a-key-file' | 'wrong-password' | 'no-secure-page'

  constructor(code: KeyFileTrouble['code']) {
    super(code)
    this.code = code
  }
}

const ITERATIONS = 600_000
const MOST_ITERATIONS = 10_000_000
const SALT_BYTES = 16
const IV_BYTES = 12

/** The text of a new key file. */
export async function makeKeyFile(password: string): Promise<string> {
  const { sm2 } = await import('sm-crypto-v2')
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(SALT_BYTES)), crypto.getRandomValues(new Uint8Array(IV_BYTES))]
  const key = await keyFrom(password, salt, ITERATIONS)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(publicKey) }, key, utf8(privateKey))
  const file: KeyFile = {
    form: 'xiaohao-key/1',
    publicKey,
    salt: hexOf(salt),
    iterations: ITERATIONS,
    iv: hexOf(iv),
    sealed: hexOf(new Uint8Array(sealed)),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Signs a challenge with the key of a file. Throws a `KeyFileTrouble`. */
export async function signWithKeyFile(text: string, password: string, challenge: string): Promise<SignedWithKey> {
  const { publicKey, salt, iterations, iv, sealed } = parse(text)
  const key = await keyFrom(password, bytesOf(salt), iterations)
  const algorithm = { name: 'AES-GCM', iv: bytesOf(iv), additionalData: utf8(publicKey) }
  const opened = await crypto.subtle.decrypt(algorithm, key, bytesOf(sealed)).catch(() => {
    throw new KeyFileTrouble('wrong-password')
  })
  const { sm2 } = await import('sm-crypto-v2')
  const privateKey = new TextDecoder().decode(opened)
  return { publicKey, signature: sm2.doSignature(challenge, privateKey, { hash: true, der: true, publicKey }) }
}

function parse(text: string): KeyFile {
  try {
    const found: unknown = JSON.parse(text)
    if (isKeyFile(found)) return found
  } catch {
    // no JSON at all
  }
  throw new KeyFileTrouble('not-a-key-file')
}

function isKeyFile(value: unknown): value is KeyFile {
  if (typeof value !== 'object' || value === null) return false
  const found = new Map<string, unknown>(Object.entries(value))
  const isHex = (name: string, pattern: RegExp): boolean => pattern.test(String(found.get(name)))
  const iterations = found.get('iterations')
  return (
    found.get('form') === 'xiaohao-key/1' &&
    isHex('publicKey', /^04[0-9a-f]{128}$/) &&
    isHex('salt', /^(?:[0-9a-f]{2}){16,64}$/) &&
    isHex('iv', /^[0-9a-f]{24}$/) &&
    isHex('sealed', /^(?:[0-9a-f]{2}){17,500}$/) &&
    typeof iterations === 'number' &&
    Number.isInteger(iterations) &&
    iterations > 0 &&
    iterations <= MOST_ITERATIONS
  )
}

async function keyFrom(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  if (!isSecureContext()) throw new KeyFileTrouble('no-secure-page')
  const material = await crypto.subtle.importKey('raw', utf8(password.normalize('NFC')), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function isSecureContext(): boolean {
  // on other pages browsers leave it out, whatever its type says
  return 'subtle' in crypto
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}
