import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { close, listen, type RunningProvider } from './provider.ts'

/** A provider that says what a test wants. */
export interface FalseProvider extends RunningProvider {
  /** What the next token claims, beside what a right one does; `signedBy`: its own key, a stranger's, or none. */
  readonly claim: (claims: object, signedBy?: 'itself' | 'stranger' | 'nobody') => void
  /** Where its description says that tokens are given; null: here. Before it is first asked. */
  readonly giveTokensAt: (url: string) => void
  /** Answers the next request for tokens with a redirection. */
  readonly sendAway: (url: string) => void
  /** Paths that were asked for. */
  readonly asked: string[]
}

const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })

export async function startFalseProvider(): Promise<FalseProvider> {
  const asked: string[] = []
  let [token, tokens, away] = ['', '', '']
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const answer = (body: object): void => void response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (request.url === '/.well-known/openid-configuration') return answer(describe(issuer, tokens))
    if (request.url === '/jwks')
      return answer({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }] })
    if (request.url !== '/token') return void response.writeHead(404).end()
    if (away !== '') return void response.writeHead(302, { location: away }).end()
    return answer({ access_token: 'x', token_type: 'Bearer', id_token: token })
  })
  const issuer = await listen(server)
  return {
    issuer,
    asked,
    claim(claims, signedBy = 'itself') {
      token = sign({ iss: issuer, aud: 'xiaohao', sub: 'alice', iat: seconds(), exp: seconds() + 60, ...claims }, signedBy)
    },
    giveTokensAt: (url) => void (tokens = url),
    sendAway: (url) => void (away = url),
    close: () => close(server),
  }
}

function describe(issuer: string, tokens: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: tokens === '' ? `${issuer}/token` : tokens,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  }
}

function sign(claims: object, signedBy: 'itself' | 'stranger' | 'nobody'): string {
  if (signedBy === 'nobody') return `${encode({ alg: 'none' })}.${encode(claims)}.`
  const content = `${encode({ alg: 'RS256', kid: 'own' })}.${encode(claims)}`
  const { privateKey } = signedBy === 'itself' ? own : stranger
  return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function seconds(): number {
  return Math.floor(Date.now() / 1000)
}
