import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

/** Files of a certificate authority made for a test, and of a server's certificate signed by it. */
export interface Certificates {
  readonly ca: string
  readonly cert: string
  readonly key: string
}

const SEQUENCE = 0x30
const OID = {
  ecdsaWithSha256: '06082a8648ce3d040302',
  commonName: '0603550403',
  basic: '0603551d13',
  usage: '0603551d0f',
  names: '0603551d11',
}

/** An element of ASN.1 in DER. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}

const hex = (text: string) => Buffer.from(text, 'hex')
const sequence = (...parts: readonly Buffer[]) => der(SEQUENCE, ...parts)
const nameOf = (common: string) => sequence(der(0x31, sequence(hex(OID.commonName), der(0x0c, Buffer.from(common)))))
const timeOf = (date: Date) => der(0x17, Buffer.from(`${date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`))
const extension = (oid: string, value: Buffer) => sequence(hex(oid), der(0x01, Buffer.from([255])), der(0x04, value))

function certify(
  subject: string,
  key: KeyObject,
  issuer: { readonly name: string; readonly key: KeyObject },
  extensions: readonly Buffer[],
): string {
  const algorithm = sequence(hex(OID.ecdsaWithSha256))
  const day = 86_400_000
  const valid = sequence(timeOf(new Date(Date.now() - day)), timeOf(new Date(Date.now() + 30 * day)))
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    serial,
    algorithm,
    nameOf(issuer.name),
    valid,
    nameOf(subject),
    key.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, issuer.key))
  const base64 = sequence(body, algorithm, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
}

/** Writes an authority and a certificate for the addresses and `localhost` into a folder. */
export function makeCertificates(folder: string, addresses: readonly string[] = ['127.0.0.1']): Certificates {
  const [authority, server] = [generateKeyPairSync('ec', { namedCurve: 'P-256' }), generateKeyPairSync('ec', { namedCurve: 'P-256' })]
  const name = `xiaohao test ${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`
  const issuer = { name, key: authority.privateKey }
  const isAuthority = extension(OID.basic, sequence(der(0x01, Buffer.from([255]))))
  const signs = extension(OID.usage, der(0x03, Buffer.from([1, 0x06])))
  const names = [der(0x82, Buffer.from('localhost')), ...addresses.map((address) => der(0x87, Buffer.from(address.split('.').map(Number))))]
  const files = { ca: path.join(folder, 'ca.pem'), cert: path.join(folder, 'cert.pem'), key: path.join(folder, 'key.pem') }
  writeFileSync(files.ca, certify(name, authority.publicKey, issuer, [isAuthority, signs]))
  writeFileSync(files.cert, certify('localhost', server.publicKey, issuer, [extension(OID.names, sequence(...names))]))
  writeFileSync(files.key, server.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  return files
}
