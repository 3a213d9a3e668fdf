import { existsSync } from 'node:fs'
import * as z from 'zod'
import { PasswordProfile } from '#core/authn/password-profile.ts'

/** 统一身份认证 by OpenID Connect. `address`: where browsers reach the program, to which the provider sends them back. */
export interface ProviderSettings {
  readonly issuer: string
  readonly client: string
  readonly secretFile: string | null
  readonly address: string
  /** Further hosts of the provider, where it keeps its keys or tokens elsewhere than at the issuer. */
  readonly hosts: readonly string[]
}

/** 目录 by LDAP. `attribute`: what holds the name of a person; `user`: who searches, null: anonymously; `ca`: a file with the authority of its certificate. */
export interface DirectorySettings {
  readonly url: string
  readonly isStartTls: boolean
  readonly base: string
  readonly attribute: string
  readonly user: string | null
  readonly passwordFile: string | null
  readonly ca: string | null
}

/** How people sign in, as set. `administratorAddresses`: as text; null: not set. */
export interface SignInSettings {
  readonly passwords: PasswordProfile
  readonly passwordHash: 'argon2id' | 'sm3'
  readonly administratorAddresses: string | null
  readonly provider: ProviderSettings | null
  readonly directory: DirectorySettings | null
}

const LOOPBACK = '(?:127(?:\\.\\d{1,3}){3}|localhost|\\[::1\\])(?::\\d+)?'
/** Nothing that could be read on the way: plain connections to this machine only. */
const Https = z.string().regex(new RegExp(`^(?:https://[^/?#]+|http://${LOOPBACK})(?:/[^?#]*)?$`), 'https://HOST')
const Ldap = z.string().regex(/^ldaps?:\/\/(?:[\w.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/, 'ldaps://HOST:636')
const File = z.string().refine(existsSync, 'a file that exists')

/** The names of these settings, each as text. */
export const signInShape = {
  XIAOHAO_PASSWORDS: PasswordProfile.optional(),
  XIAOHAO_PASSWORD_HASH: z.enum(['argon2id', 'sm3']).optional(),
  XIAOHAO_ADMIN_ADDRESSES: z
    .string()
    .regex(/^[\da-fA-F.:/,\s]+$/, '10.1.0.0/16, 2001:db8::/32')
    .optional(),
  XIAOHAO_ADDRESS: Https.optional(),
  XIAOHAO_OIDC_ISSUER: Https.optional(),
  XIAOHAO_OIDC_CLIENT: z.string().optional(),
  XIAOHAO_OIDC_SECRET_FILE: File.optional(),
  XIAOHAO_OIDC_HOSTS: z.string().optional(),
  XIAOHAO_LDAP: Ldap.optional(),
  XIAOHAO_LDAP_STARTTLS: z.enum(['yes', 'no']).optional(),
  XIAOHAO_LDAP_BASE: z.string().optional(),
  XIAOHAO_LDAP_ATTRIBUTE: z
    .string()
    .regex(/^[a-zA-Z][\w-]*$/, 'uid, sAMAccountName …')
    .optional(),
  XIAOHAO_LDAP_USER: z.string().optional(),
  XIAOHAO_LDAP_PASSWORD_FILE: File.optional(),
  XIAOHAO_LDAP_CA: File.optional(),
}

const Raw = z.object(signInShape)

/** What the names say together; a text says what is wrong between them. */
export function signInSettingsOf(raw: z.infer<typeof Raw>): SignInSettings | string {
  const fault = faultOf(raw)
  if (fault !== null) return fault
  return {
    passwords: raw.XIAOHAO_PASSWORDS ?? 'dengbao',
    passwordHash: raw.XIAOHAO_PASSWORD_HASH ?? 'argon2id',
    administratorAddresses: raw.XIAOHAO_ADMIN_ADDRESSES ?? null,
    provider:
      raw.XIAOHAO_OIDC_ISSUER === undefined
        ? null
        : {
            issuer: raw.XIAOHAO_OIDC_ISSUER,
            client: raw.XIAOHAO_OIDC_CLIENT ?? '',
            secretFile: raw.XIAOHAO_OIDC_SECRET_FILE ?? null,
            address: (raw.XIAOHAO_ADDRESS ?? '').replace(/\/+$/, ''),
            hosts: (raw.XIAOHAO_OIDC_HOSTS ?? '').split(',').flatMap((host) => host.trim() || []),
          },
    directory:
      raw.XIAOHAO_LDAP === undefined
        ? null
        : {
            url: raw.XIAOHAO_LDAP,
            isStartTls: raw.XIAOHAO_LDAP_STARTTLS === 'yes',
            base: raw.XIAOHAO_LDAP_BASE ?? '',
            attribute: raw.XIAOHAO_LDAP_ATTRIBUTE ?? 'uid',
            user: raw.XIAOHAO_LDAP_USER ?? null,
            passwordFile: raw.XIAOHAO_LDAP_PASSWORD_FILE ?? null,
            ca: raw.XIAOHAO_LDAP_CA ?? null,
          },
  }
}

function faultOf(raw: z.infer<typeof Raw>): string | null {
  if (raw.XIAOHAO_OIDC_ISSUER !== undefined && !raw.XIAOHAO_OIDC_CLIENT) return 'XIAOHAO_OIDC_CLIENT'
  if (raw.XIAOHAO_OIDC_ISSUER !== undefined && !raw.XIAOHAO_ADDRESS) return 'XIAOHAO_ADDRESS'
  if (raw.XIAOHAO_LDAP === undefined) return null
  if (!raw.XIAOHAO_LDAP_BASE) return 'XIAOHAO_LDAP_BASE'
  if ((raw.XIAOHAO_LDAP_USER === undefined) !== (raw.XIAOHAO_LDAP_PASSWORD_FILE === undefined)) return 'XIAOHAO_LDAP_PASSWORD_FILE'
  const isPlain = raw.XIAOHAO_LDAP.startsWith('ldap:') && raw.XIAOHAO_LDAP_STARTTLS !== 'yes'
  return isPlain && !new RegExp(`^ldap://${LOOPBACK}$`).test(raw.XIAOHAO_LDAP) ? 'XIAOHAO_LDAP_STARTTLS=yes' : null
}
