import { PageTitle } from '#web/_components/page-title.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { momentText } from '#web/_lib/day-text.ts'
import type { InitialPassword } from './use-accounts.ts'
import { useText } from './use-text.ts'

interface PasswordsProps {
  readonly passwords: readonly InitialPassword[]
  readonly onClose: () => void
}

/** 初始密码: shown this once, a slip for each person to cut out and hand over. Kept nowhere. */
export function Passwords({ passwords, onClose }: PasswordsProps) {
  const text = useText()
  return (
    <div className="page accounts passwords">
      <PageTitle words={text.printTitle} />
      <header>
        <div>
          <h1>{text.printTitle}</h1>
          <p className="notice">
            <Icon name="warning" />
            {text.printWarning}
          </p>
        </div>
        <div className="acts">
          <button type="button" className="button primary" onClick={() => window.print()}>
            {text.print}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {text.finish}
          </button>
        </div>
      </header>
      <ul className="slips">
        {passwords.map(({ id, name, login, places, password, until }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span className="quiet">{places.join('、')}</span>
            <dl>
              <dt>{text.address}</dt>
              <dd>{location.origin}</dd>
              <dt>{text.login}</dt>
              <dd>{login}</dd>
              <dt>{text.password}</dt>
              <dd className="secret">{password}</dd>
            </dl>
            <span className="quiet">
              {text.until(momentText(until))} · {text.slip}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
