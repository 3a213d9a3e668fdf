import { expect, test } from 'vitest'
import * as z from 'zod'
import { signInSettingsOf, signInShape } from '#server/platform/sign-in-settings.ts'

const Raw = z.object(signInShape)
const file = import.meta.filename
const read = (given: Readonly<Record<string, string>>) => {
  const parsed = Raw.safeParse(given)
  return parsed.success ? signInSettingsOf(parsed.data) : String(parsed.error.issues[0]?.path[0])
}

test('where nothing is set people sign in with passwords alone', () => {
  expect(read({})).toEqual({
    passwords: 'dengbao',
    passwordHash: 'argon2id',
    administratorAddresses: null,
    provider: null,
    directory: null,
  })
})

test.for([
  [{ XIAOHAO_PASSWORDS: 'weak' }, 'XIAOHAO_PASSWORDS'],
  [{ XIAOHAO_PASSWORD_HASH: 'md5' }, 'XIAOHAO_PASSWORD_HASH'],
  [{ XIAOHAO_ADMIN_ADDRESSES: 'court.example' }, 'XIAOHAO_ADMIN_ADDRESSES'],
  [{ XIAOHAO_OIDC_ISSUER: 'http://login.court.example' }, 'XIAOHAO_OIDC_ISSUER'],
  [{ XIAOHAO_OIDC_ISSUER: 'https://login.court.example?x' }, 'XIAOHAO_OIDC_ISSUER'],
  [{ XIAOHAO_OIDC_ISSUER: 'http://127.0.0.1.evil.example' }, 'XIAOHAO_OIDC_ISSUER'],
  [{ XIAOHAO_OIDC_ISSUER: 'https://login.court.example' }, 'XIAOHAO_OIDC_CLIENT'],
  [{ XIAOHAO_OIDC_ISSUER: 'https://login.court.example', XIAOHAO_OIDC_CLIENT: 'x' }, 'XIAOHAO_ADDRESS'],
  [{ XIAOHAO_LDAP: 'ldaps://ldap.court.example' }, 'XIAOHAO_LDAP_BASE'],
  [{ XIAOHAO_LDAP: 'http://ldap.court.example', XIAOHAO_LDAP_BASE: 'dc=x' }, 'XIAOHAO_LDAP'],
  [{ XIAOHAO_LDAP: 'ldap://ldap.court.example', XIAOHAO_LDAP_BASE: 'dc=x' }, 'XIAOHAO_LDAP_STARTTLS=yes'],
  [{ XIAOHAO_LDAP: 'ldaps://x', XIAOHAO_LDAP_BASE: 'dc=x', XIAOHAO_LDAP_USER: 'cn=y' }, 'XIAOHAO_LDAP_PASSWORD_FILE'],
  [{ XIAOHAO_LDAP: 'ldaps://x', XIAOHAO_LDAP_BASE: 'dc=x', XIAOHAO_LDAP_ATTRIBUTE: 'uid)(x' }, 'XIAOHAO_LDAP_ATTRIBUTE'],
  [{ XIAOHAO_LDAP_CA: '/no/such/file' }, 'XIAOHAO_LDAP_CA'],
] as const)('%j is refused, naming %s', ([given, name]) => {
  expect(read(given)).toBe(name)
})

test.for([
  ['ldaps://ldap.court.example:636', 'no'],
  ['ldap://ldap.court.example', 'yes'],
  ['ldap://127.0.0.1:389', 'no'],
] as const)('%s with StartTLS %s is a directory', ([XIAOHAO_LDAP, XIAOHAO_LDAP_STARTTLS]) => {
  expect(read({ XIAOHAO_LDAP, XIAOHAO_LDAP_STARTTLS, XIAOHAO_LDAP_BASE: 'dc=court' })).toMatchObject({
    directory: { url: XIAOHAO_LDAP, isStartTls: XIAOHAO_LDAP_STARTTLS === 'yes', attribute: 'uid', user: null },
  })
})

test('a provider is known by its issuer and the address that it sends back to', () => {
  const given = { XIAOHAO_OIDC_ISSUER: 'https://login.court.example/realm', XIAOHAO_OIDC_CLIENT: 'xiaohao', XIAOHAO_OIDC_SECRET_FILE: file }
  expect(read({ ...given, XIAOHAO_ADDRESS: 'https://ledger.court.example/', XIAOHAO_OIDC_HOSTS: 'keys.court.example, ' })).toMatchObject({
    provider: {
      issuer: given.XIAOHAO_OIDC_ISSUER,
      address: 'https://ledger.court.example',
      secretFile: file,
      hosts: ['keys.court.example'],
    },
  })
})
