import { type PasswordFault, passwordFaults } from '#core/authn/password.ts'
import { type PasswordProfile, passwordRules } from '#core/authn/password-profile.ts'
import { Icon } from '#web/_components/icon.tsx'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

interface PasswordRulesProps {
  readonly password: string
  readonly login: string
  readonly profile: PasswordProfile
}

/** The rules for a new password, each ticked as soon as it is kept. The server knows more common passwords than the browser. */
export function PasswordRules({ password, login, profile }: PasswordRulesProps) {
  const text = useText({ zh, en })
  const faults = passwordFaults(password, login, { profile })
  const { shortest, kinds } = passwordRules[profile]
  const asked: PasswordFault[] = ['too-short', ...(kinds === null ? [] : ['too-simple' as const]), 'contains-login', 'too-common']
  const rules: readonly PasswordFault[] = faults.includes('too-long') ? [...asked, 'too-long'] : asked
  return (
    <ul className="rules" aria-label={text.rules}>
      {rules.map((rule) => {
        const kept = password !== '' && !faults.includes(rule)
        return (
          <li key={rule} className={kept ? 'kept' : ''}>
            {kept ? <Icon name="check" /> : <span className="dot">·</span>}
            {rule === 'too-short' ? text.shortest(shortest) : text.rule[rule]}
            <span className="visually-hidden">{kept ? text.kept : text.notKept}</span>
          </li>
        )
      })}
    </ul>
  )
}
