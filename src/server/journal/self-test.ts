import { sm2 } from 'sm-crypto-v2'
import { sm3 } from '#server/journal/sm3.ts'

/** GB/T 32905-2016, example 1. */
const ABC = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'
/** GB/T 32918.5-2017, annex A: the public key and the signature of `message digest`. */
const PUBLIC =
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
const SIGNATURE =
  'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'

/** Known answers of SM3 and SM2: a program whose cryptography gives others must not start. */
export function demandKnownAnswers(): void {
  if (sm3('abc') !== ABC) throw new Error('SM3 does not give the known answer')
  const options = { hash: true, userId: '1234567812345678' }
  if (!sm2.doVerifySignature('message digest', SIGNATURE, PUBLIC, options)) throw new Error('SM2 does not verify the known signature')
  const changed = `${SIGNATURE.slice(0, -1)}b`
  if (sm2.doVerifySignature('message digest', changed, PUBLIC, options)) throw new Error('SM2 verifies a changed signature')
}
