import { randomInt } from 'node:crypto'
import { passwordFaults } from '#core/authn/password.ts'
import type { Instant } from '#core/day/day.ts'
import { addMinutes } from '#server/platform/clock.ts'

/** Without what is mistaken for another when read from paper: 0 O o, 1 l I. */
const CHARACTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'
const GROUPS = 3
const GROUP = 4
const MINUTES = 72 * 60

/** A random password for print, as `kTq7-mRx4-Wz9b`: about 69 bits, and good by the rules for passwords. */
export function newInitialPassword(login: string): string {
  for (;;) {
    const group = () => Array.from({ length: GROUP }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('')
    const password = Array.from({ length: GROUPS }, group).join('-')
    if (passwordFaults(password, login, { profile: 'dengbao' }).length === 0) return password
  }
}

/** When a password printed now is worth nothing any more: after 72 hours. */
export function initialUntil(now: Instant): Instant {
  return addMinutes(now, MINUTES)
}
