import { createCipheriv } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { sm3 } from '#server/journal/sm3.ts'

/** GB/T 32905-2016, example 1. */
const ABC = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'
/** GB/T 32918.5-2017, annex A: the public key and the signature of `message digest`. */
const PUBLIC =
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
const SIGNATURE =
  'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'

/** GB/T 32907-2016, annex A: one block under a key of the same bytes. */
const SM4_BLOCK = '0123456789abcdeffedcba9876543210'
const SM4_SEALED = '681edf34d206965e86b3e94f536e4246'

/** What the program asks of cryptography; the tests give others that err. */
interface Cryptography {
  readonly sm3: (text: string) => string
  readonly verifies: (text: string, signature: string, publicKey: string) => boolean
  readonly sm4: (block: Buffer, key: Buffer) => Buffer
}

/** What the program uses. */
export const own: Cryptography = {
  sm3,
  verifies: (text, signature, publicKey) => sm2.doVerifySignature(text, signature, publicKey, { hash: true, userId: '1234567812345678' }),
  sm4(block, key) {
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
    return Buffer.concat([cipher.update(block), cipher.final()])
  },
}

/** Known answers of SM3, SM2 and SM4: a program whose cryptography gives others must not start. */
export function demandKnownAnswers(cryptography: Cryptography = own): void {
  const block = Buffer.from(SM4_BLOCK, 'hex')
  if (cryptography.sm4(block, block).toString('hex') !== SM4_SEALED) throw new Error('SM4 does not give the known answer')
  if (cryptography.sm3('abc') !== ABC) throw new Error('SM3 does not give the known answer')
  if (!cryptography.verifies('message digest', SIGNATURE, PUBLIC)) throw new Error('SM2 does not verify the known signature')
  if (cryptography.verifies('message digest', `${SIGNATURE.slice(0, -1)}b`, PUBLIC)) throw new Error('SM2 verifies a changed signature')
}
