import * as z from 'zod'
import { Instant } from '#core/day/day.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/**
 * What one party gives to the seed. `secret`: its digest is given first and the text revealed when everybody's is there, so that nobody can
 * choose theirs by the others'; `dice`: thrown before everybody's eyes and read out when no further secret may come.
 */
export const Contribution = z
  .strictObject({
    /** 参与方: the name under which it stands in the record. */
    party: z.string(),
    kind: z.enum(['secret', 'dice']),
    /** SM3 of the secret in UTF-8, hexadecimal; '' for dice. */
    digest: z.string(),
    /** Null until it is revealed. */
    value: z.string().nullable(),
    /** The account that gave it. */
    account: z.uuid(),
    by: z.string(),
    at: Instant,
  })
  .readonly()
export type Contribution = z.infer<typeof Contribution>

export type ContributionRefusal =
  | 'party-twice'
  | 'account-twice'
  | 'secret-first'
  | 'secrets-closed'
  | 'dice-too-few'
  | 'no-digest'
  | 'too-few-parties'
  | 'nothing-to-reveal'
  | 'secret-too-short'
  | 'reveal-does-not-match'

const FEWEST_DICE = 10
const SHORTEST_SECRET = 16
/** Fewer could agree with themselves. */
export const FEWEST_PARTIES = 2

/** Adds what a party gives. Secrets come first, one an account; once dice lie or a secret is revealed no further secret may come, once all is revealed nothing. */
export function contribute(given: readonly Contribution[], added: Contribution): Outcome<readonly Contribution[], ContributionRefusal> {
  if (given.some(({ party }) => party === added.party)) return refuse('party-twice', { party: added.party })
  if (added.kind === 'dice') {
    if (!/^[1-6]+$/.test(added.value ?? '') || (added.value ?? '').length < FEWEST_DICE)
      return refuse('dice-too-few', { fewest: String(FEWEST_DICE) })
    if (!given.some(({ kind }) => kind === 'secret')) return refuse('secret-first')
    return isSettled(given) ? refuse('secrets-closed') : accept([...given, added])
  }
  if (!/^[0-9a-f]{64}$/.test(added.digest)) return refuse('no-digest')
  if (given.some(({ account, kind }) => kind === 'secret' && account === added.account)) return refuse('account-twice')
  if (given.some(({ value }) => value !== null)) return refuse('secrets-closed')
  return accept([...given, { ...added, value: null }])
}

/** Reveals the secret of an account: it must be the one whose digest was given. `digestOf`: SM3 of a text. */
export function reveal(
  given: readonly Contribution[],
  { account, value }: { readonly account: string; readonly value: string },
  digestOf: (text: string) => string,
): Outcome<readonly Contribution[], ContributionRefusal> {
  if (given.length < FEWEST_PARTIES) return refuse('too-few-parties', { fewest: String(FEWEST_PARTIES) })
  const own = given.find((each) => each.kind === 'secret' && each.account === account && each.value === null)
  if (own === undefined) return refuse('nothing-to-reveal')
  if (value.length < SHORTEST_SECRET) return refuse('secret-too-short', { fewest: String(SHORTEST_SECRET) })
  if (digestOf(value) !== own.digest) return refuse('reveal-does-not-match')
  return accept(given.map((each) => (each === own ? { ...each, value } : each)))
}

/** Whether the seed follows: enough parties, a secret among them, all revealed. */
export function isSettled(given: readonly Contribution[]): boolean {
  return given.length >= FEWEST_PARTIES && given.some(({ kind }) => kind === 'secret') && given.every(({ value }) => value !== null)
}

/** The text whose SM3 is the seed. `frozen`: digest of the population's first part. */
export function seedContent(frozen: string, given: readonly Contribution[]): string {
  return `xiaohao-draw-seed/1\n${frozen}\n${given.map(({ party, kind, value }) => `${party}\t${kind}\t${value ?? ''}\n`).join('')}`
}
