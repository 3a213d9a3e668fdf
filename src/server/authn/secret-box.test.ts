import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openSecretBox, secretBoxOf } from '#server/authn/secret-box.ts'

const box = secretBoxOf(randomBytes(32))
const secret = Buffer.from('seed of somebody')

test('what is sealed for a place opens there alone', () => {
  const sealed = box.seal(secret, 'totp:a')
  expect(box.open(sealed, 'totp:a')).toEqual(secret)
  expect(sealed.includes(secret)).toBe(false)
  expect(box.seal(secret, 'totp:a')).not.toEqual(sealed)
  expect(() => box.open(sealed, 'totp:b')).toThrow(/unable to authenticate/)
  expect(() => secretBoxOf(randomBytes(32)).open(sealed, 'totp:a')).toThrow(/unable to authenticate/)
  sealed[14] = (sealed[14] ?? 0) ^ 1
  expect(() => box.open(sealed, 'totp:a')).toThrow(/unable to authenticate/)
})

test('the key is made once, for its owner alone to read; a broken one stops the start', () => {
  const folder = mkdtempSync('/tmp/xiaohao-box-')
  try {
    const sealed = openSecretBox(folder).seal(secret, 'x')
    expect(openSecretBox(folder).open(sealed, 'x')).toEqual(secret)
    const file = path.join(folder, 'keys', 'sign-in.key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    writeFileSync(file, 'not a key')
    expect(() => openSecretBox(folder)).toThrow('The key that protects second factors cannot be read')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
