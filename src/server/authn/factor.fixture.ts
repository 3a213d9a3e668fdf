import * as z from 'zod'
import type { TestServer } from '#test/database/test-server.ts'
import { codeAt, stepOf } from '#server/authn/totp.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The seed of what an app shows as text. */
function seedOf(text: string): Buffer {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** An app that somebody has enrolled. */
export interface EnrolledApp {
  readonly seed: Buffer
  /** The cookie of the session it was enrolled in. */
  readonly cookie: string
  /** The code it shows now, or some steps off. */
  readonly code: (shift?: number) => string
}

/** Enrols an app for whoever the cookie is of. */
export async function enrolApp({ ask, clock }: TestServer, cookie: string): Promise<EnrolledApp> {
  const started = await ask('POST', '/api/second-factor/totp', {}, cookie)
  const seed = seedOf(z.object({ seed: z.string() }).parse(started.body).seed)
  const code = (shift = 0) => codeAt(seed, stepOf(clock.now()) + shift)
  const finished = await ask('POST', '/api/second-factor/totp/confirmation', { code: code() }, cookie)
  if (finished.status !== 200) throw new Error(JSON.stringify(finished.body))
  clock.forward(1)
  return { seed, cookie, code }
}

/** Signs in with the password alone and gives the cookie. */
export async function signInHalf({ ask }: TestServer, { login = LOGIN, password = PASSWORD } = {}): Promise<string> {
  const { cookie, status } = await ask('POST', '/api/session', { login, password })
  if (cookie === null) throw new Error(`sign-in answered ${status}`)
  return cookie
}
