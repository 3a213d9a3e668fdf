import * as z from 'zod'

/**
 * 密码规则: `dengbao` as the grading of protection asks (GB/T 22239-2019, 8.1.4.1: complexity, change at intervals), `asvs` as OWASP ASVS 5.0 does (6.2: length and
 * a list of leaked passwords, no kinds of characters, no change at intervals).
 */
export const PasswordProfile = z.enum(['dengbao', 'asvs'])
export type PasswordProfile = z.infer<typeof PasswordProfile>

/** What a profile asks. `shortest`: characters; `long`: from this length on two kinds of characters are enough, below it three; `days`: how long a password lasts. */
export interface PasswordRules {
  readonly shortest: number
  readonly kinds: { readonly long: number } | null
  readonly days: number | null
  /** How many earlier passwords may not come back, the current one apart. */
  readonly remembered: number
}

export const passwordRules: Readonly<Record<PasswordProfile, PasswordRules>> = {
  dengbao: { shortest: 8, kinds: { long: 12 }, days: 90, remembered: 5 },
  asvs: { shortest: 12, kinds: null, days: null, remembered: 0 },
}
