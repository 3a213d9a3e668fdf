import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as oidc from 'openid-client'
import { AppError } from '#server/platform/errors.ts'
import type { ProviderSettings } from '#server/platform/sign-in-settings.ts'

/** Who somebody is at the provider: its identifier and its name of them. Addresses of mail are never looked at. */
export interface ProvedIdentity {
  readonly issuer: string
  readonly subject: string
}

/** 统一身份认证: signs people in by OpenID Connect (code flow with PKCE, RFC 7636). `secret`: of the browser, from which state, nonce and verifier follow. */
export interface Provider {
  readonly issuer: string
  /** Where the browser goes. `isFresh`: the provider asks for the password even where it knows who it is. UNAVAILABLE: the provider does not answer. */
  readonly begin: (secret: string, isFresh: boolean) => Promise<string>
  /** What came back, as the query of the address. UNAUTHENTICATED: it does not prove anything. */
  readonly finish: (secret: string, query: string, isFresh: boolean) => Promise<ProvedIdentity>
}

/** Where the provider sends the browser back to: a page, which hands the answer on. */
const RETURN_PATH = '/sign-in/return'
const TIMEOUT_SECONDS = 10
/** How long ago a password asked for anew may have been typed. */
const FRESH_SECONDS = 120

export function openProvider({ issuer, client, secretFile, address, hosts }: ProviderSettings): Provider {
  const known = new Set([new URL(issuer).host, ...hosts])
  const isPlain = issuer.startsWith('http:')
  const secretText = secretFile === null ? undefined : readFileSync(secretFile, 'utf8').trim()
  const redirect = `${address}${RETURN_PATH}`
  let found: Promise<oidc.Configuration> | null = null

  // hosts from the settings alone: what the provider says of itself leads nowhere else, and no answer leads on
  const ask: oidc.CustomFetch = async (url, options) => {
    if (!known.has(new URL(url).host)) throw new Error('a host that the settings do not name')
    const { method, headers, body, signal } = options
    return fetch(url, { method, headers, redirect: 'manual', ...(body ? { body } : {}), ...(signal ? { signal } : {}) })
  }
  const configure = async (): Promise<oidc.Configuration> => {
    found ??= oidc.discovery(new URL(issuer), client, secretText, secretText === undefined ? oidc.None() : undefined, {
      [oidc.customFetch]: ask,
      timeout: TIMEOUT_SECONDS,
      // the signature is verified although the token comes straight from the provider
      execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
    })
    try {
      return await found
    } catch (cause) {
      found = null
      throw new AppError('UNAVAILABLE', undefined, { cause })
    }
  }

  return {
    issuer,
    async begin(secret, isFresh) {
      const configuration = await configure()
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirect,
        scope: 'openid',
        code_challenge: await oidc.calculatePKCECodeChallenge(derive(secret, 'verifier')),
        code_challenge_method: 'S256',
        state: derive(secret, 'state'),
        nonce: derive(secret, 'nonce'),
        ...(isFresh ? { prompt: 'login', max_age: '0' } : {}),
      })
      return url.href
    },
    async finish(secret, query, isFresh) {
      const configuration = await configure()
      const url = new URL(redirect)
      url.search = query
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, url, {
          pkceCodeVerifier: derive(secret, 'verifier'),
          expectedState: derive(secret, 'state'),
          expectedNonce: derive(secret, 'nonce'),
          idTokenExpected: true,
          ...(isFresh ? { maxAge: FRESH_SECONDS } : {}),
        })
        const claims = tokens.claims()
        if (claims === undefined) throw new Error('no token of identity')
        return { issuer: claims.iss, subject: claims.sub }
      } catch (cause) {
        throw new AppError('UNAUTHENTICATED', undefined, { cause })
      }
    },
  }
}

function derive(secret: string, use: string): string {
  return createHmac('sha256', secret).update(use).digest('base64url')
}
