import { type PasswordProfile, passwordRules } from '#core/authn/password-profile.ts'

/** Why a password is refused: too short or long (> 128 characters), holds the login, too few kinds of characters, or easily guessed. */
export type PasswordFault = 'too-short' | 'too-long' | 'contains-login' | 'too-simple' | 'too-common'

const LONGEST_PASSWORD = 128
/** A common word may stand in a password that has this many other characters. */
const BESIDES_A_WORD = 8
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]
const COMMON = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  '123456',
  '654321',
  '111111',
  '000000',
  '888888',
  '666666',
  'qwerty',
  'asdfgh',
  'zxcvbn',
  '1qaz2wsx',
  'abc123',
  'abcdef',
  'iloveyou',
  '5201314',
  'woaini',
  'admin',
  'root',
  'welcome',
  'letmein',
  'xiaohao',
  '销号',
  'fayuan',
  '法院',
  'zhenggai',
  '整改',
]

/** What a password is judged by. `isListed`: whether folded text stands in the list of common passwords, where that is at hand (the browser has none). */
export interface PasswordYardstick {
  readonly profile: PasswordProfile
  readonly isListed?: (folded: string) => boolean
}

/** What speaks against a password, most important first; empty where it will do. Characters are counted, not bytes. */
export function passwordFaults(password: string, login: string, { profile, isListed = () => false }: PasswordYardstick): PasswordFault[] {
  const { shortest, kinds } = passwordRules[profile]
  const faults: PasswordFault[] = []
  const length = Array.from(password).length
  const folded = password.normalize('NFKC').toLowerCase()
  const foldedLogin = login.normalize('NFKC').trim().toLowerCase()
  if (length < shortest) faults.push('too-short')
  if (length > LONGEST_PASSWORD) faults.push('too-long')
  if (foldedLogin.length >= 3 && folded.includes(foldedLogin)) faults.push('contains-login')
  if (kinds !== null && KINDS.filter((kind) => kind.test(password)).length < (length < kinds.long ? 3 : 2)) faults.push('too-simple')
  if (isCommon(folded) || isListed(folded) || isListed(folded.replace(/[^\p{L}]+$/u, ''))) faults.push('too-common')
  return faults
}

/** A common word may be part of a long password, not most of one. */
function isCommon(folded: string): boolean {
  return COMMON.some((word) => folded.includes(word) && folded.length - word.length < BESIDES_A_WORD)
}
