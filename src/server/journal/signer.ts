import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sm2 } from 'sm-crypto-v2'
import * as z from 'zod'
import { sm3 } from '#server/journal/sm3.ts'
import { createWhole } from '#server/platform/create-whole.ts'
import { Trouble } from '#server/platform/trouble.ts'

/** Who signs heads: a key in a file here; a hardware key offers the same. */
export interface Signer {
  /** Fingerprint of the public key. */
  readonly key: string
  /** Uncompressed point, hexadecimal. */
  readonly publicKey: string
  /** SM2 with SM3 and the default user id, DER as hexadecimal text. */
  readonly sign: (content: string) => string
}

const KeyFile = z.object({ privateKey: z.string().regex(/^[0-9a-f]{64}$/), publicKey: z.string().regex(/^04[0-9a-f]{128}$/) })

/** The signer whose key lies in the data folder; a new key is made where there is none. Throws a trouble where the file is no key. */
export function openSigner(dataFolder: string): Signer {
  const file = path.join(dataFolder, 'keys', 'journal.json')
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    // where another process is quicker its key is taken
    createWhole(file, JSON.stringify(sm2.generateKeyPairHex()))
  }
  return signerOf(readKey(file))
}

function readKey(file: string): z.infer<typeof KeyFile> {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Trouble({
      what: { zh: '给操作日志签名的密钥无法读取', en: 'The key that signs the journal cannot be read' },
      where: file,
      cure: {
        zh: '从备份恢复这个文件。确实没有备份时移走它，程序会另建一把新密钥，以前的签名仍可用旧公钥核验。',
        en: 'Restore this file from a backup. If there is none, move it away: a new key is made, and what was signed before is still verified by the old public key.',
      },
      cause,
    })
  }
}

/** A signer with a key pair. */
export function signerOf({ privateKey, publicKey }: z.infer<typeof KeyFile>): Signer {
  return {
    key: keyOf(publicKey),
    publicKey,
    sign: (content) => sm2.doSignature(content, privateKey, { hash: true, der: true, publicKey }),
  }
}

/** The fingerprint of a public key: the first 32 digits of its SM3 digest. */
function keyOf(publicKey: string): string {
  return sm3(Buffer.from(publicKey, 'hex')).slice(0, 32)
}

/** Whether a signature is that of the key over the content. */
export function isSignedBy(publicKey: string, content: string, signature: string): boolean {
  try {
    return sm2.doVerifySignature(content, signature, publicKey, { hash: true, der: true })
  } catch {
    // what is no signature at all is none of this key
    return false
  }
}
