import { type PasswordFault, passwordFaults } from '#core/access/password.ts'
import { Icon } from '#web/_components/icon.tsx'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

const shown: readonly PasswordFault[] = ['too-short', 'too-simple', 'contains-login', 'too-common']

/** The rules for a new password, each ticked as soon as it is kept. */
export function PasswordRules({ password, login }: { readonly password: string; readonly login: string }) {
  const text = useText({ zh, en })
  const faults = passwordFaults(password, login)
  const rules = faults.includes('too-long') ? [...shown, 'too-long' as const] : shown
  return (
    <ul className="rules" aria-label={text.rules}>
      {rules.map((rule) => {
        const kept = password !== '' && !faults.includes(rule)
        return (
          <li key={rule} className={kept ? 'kept' : ''}>
            {kept ? <Icon name="check" /> : <span className="dot">·</span>}
            {text.rule[rule]}
            <span className="visually-hidden">{kept ? text.kept : text.notKept}</span>
          </li>
        )
      })}
    </ul>
  )
}
