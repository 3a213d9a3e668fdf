import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createWhole } from '#server/platform/create-whole.ts'
import { Trouble } from '#server/platform/trouble.ts'

/** Seals secrets that lie in the database with a key that does not. */
export interface SecretBox {
  /** Sealed for one place (`totp:ACCOUNT`): moved to another it does not open. */
  readonly seal: (secret: Buffer, place: string) => Buffer
  /** Throws where it was sealed with another key, for another place, or was changed. */
  readonly open: (sealed: Buffer, place: string) => Buffer
  /** A digest nobody can try words against without the key. */
  readonly digest: (text: string, place: string) => Buffer
}

const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/** The box whose key lies in the data folder (`keys/sign-in.key`, 0600); a new one is made where there is none. Throws a trouble where the file is no key. */
export function openSecretBox(dataFolder: string): SecretBox {
  const file = path.join(dataFolder, 'keys', 'sign-in.key')
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    // of two first starts at once one makes it, both read it
    createWhole(file, randomBytes(KEY_BYTES).toString('hex'))
  }
  return secretBoxOf(readKey(file))
}

function readKey(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length === KEY_BYTES) return key
  throw new Trouble({
    what: { zh: '保护第二重验证的密钥无法读取', en: 'The key that protects second factors cannot be read' },
    where: file,
    cure: {
      zh: '从备份恢复这个文件。确实没有备份时移走它：动态口令和打印的验证码全部作废，须由管理员清除后重新登记。',
      en: 'Restore this file from a backup. If there is none, move it away: app codes and printed codes are then worth nothing, an administrator clears them and they are enrolled anew.',
    },
  })
}

/** A box with a key of 256 bits: AES-256-GCM, and HMAC-SM3 for digests. */
export function secretBoxOf(key: Buffer): SecretBox {
  // one key a purpose
  const cipherKey = createHmac('sm3', key).update('seal').digest()
  const digestKey = createHmac('sm3', key).update('digest').digest()
  return {
    seal(secret, place) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv).setAAD(Buffer.from(place))
      return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, place) {
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
    },
    digest: (text, place) => createHmac('sm3', digestKey).update(`${place}\n${text}`).digest(),
  }
}
