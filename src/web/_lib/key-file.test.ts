import { sm2 } from 'sm-crypto-v2'
import { beforeAll, expect, test } from 'vitest'
import { makeKeyFile, signWithKeyFile } from '#web/_lib/key-file.ts'

const PASSWORD = '三更灯火 五更鸡'
const CHALLENGE = 'xiaohao-sign-in:abc'

let file = ''
beforeAll(async () => {
  file = await makeKeyFile(PASSWORD)
})

test('assurance 13: a key file signs a challenge as a certificate key does', async () => {
  const { publicKey, signature } = await signWithKeyFile(file, PASSWORD, CHALLENGE)
  const verifies = (text: string): boolean => sm2.doVerifySignature(text, signature, publicKey, { hash: true, der: true })
  expect([verifies(CHALLENGE), verifies(`${CHALLENGE}d`)]).toEqual([true, false])
  expect(signature).toMatch(/^[0-9a-f]{16,200}$/)
})

test('two files are two keys', async () => {
  const [one, other] = [file, await makeKeyFile(PASSWORD)].map((text) => /"publicKey": "(\w+)"/.exec(text)?.[1])
  expect([one === undefined, one === other]).toEqual([false, false])
})

const read = (): object => Object.fromEntries(Object.entries(JSON.parse(file)))
const changed = (name: string, value: unknown): string => JSON.stringify({ ...read(), [name]: value })
const another = '04' + '1'.repeat(128)

test.for([
  ['with another password', (): string => file, '三更灯火', 'wrong-password'],
  ['that names another public key', (): string => changed('publicKey', another), PASSWORD, 'wrong-password'],
  ['that is no JSON', (): string => '一把钥匙', PASSWORD, 'not-a-key-file'],
  ['that is something else', (): string => '{"form":"xiaohao-key/2"}', PASSWORD, 'not-a-key-file'],
  ['that would keep the browser busy for hours', (): string => changed('iterations', 1e12), PASSWORD, 'not-a-key-file'],
] as const)('a file %s does not sign', async ([, make, password, code]) => {
  await expect(signWithKeyFile(make(), password, CHALLENGE)).rejects.toMatchObject({ name: 'KeyFileTrouble', code })
})
