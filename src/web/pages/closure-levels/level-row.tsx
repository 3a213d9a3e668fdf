import type { ClosureLevel } from '#core/closure/closure.ts'
import { useLevelsText } from './use-text.ts'

/** Whom one may name. */
export type Signers = readonly { readonly account: string; readonly name: string; readonly post: string }[]

interface RowProps {
  readonly level: ClosureLevel
  readonly label: string
  readonly signers: Signers
  readonly onChange: (level: ClosureLevel) => void
  /** Null where there must be at least as many. */
  readonly onRemove: (() => void) | null
}

/** One level: what is done there, by whom, and by how many of them. */
export function LevelRow({ level, label, signers, onChange, onRemove }: RowProps) {
  const text = useLevelsText()
  const { role, post, mode, accounts } = level
  const able = signers.filter((each) => each.post === post)
  const names = able.filter(({ account }) => accounts.includes(account)).map(({ name }) => name)
  return (
    <li>
      <fieldset className="closure-levels-line">
        <legend>{label}</legend>
        <label>
          {text.role}{' '}
          <select
            className="input"
            value={role}
            onChange={(event) => onChange({ ...level, role: event.target.value === 'approve' ? 'approve' : 'verify' })}
          >
            <option value="verify">{text.roles.verify}</option>
            <option value="approve">{text.roles.approve}</option>
          </select>
        </label>
        <label>
          {text.post}{' '}
          <select
            className="input"
            value={post}
            onChange={({ target: { value } }) =>
              onChange({ ...level, post: value === 'leader' ? 'leader' : value === 'unit' ? 'unit' : 'office', accounts: [], mode: 'any' })
            }
          >
            {(['unit', 'office', 'leader'] as const).map((each) => (
              <option key={each} value={each}>
                {text.posts[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.mode}{' '}
          <select
            className="input"
            value={mode}
            onChange={(event) => onChange({ ...level, mode: event.target.value === 'all' ? 'all' : 'any' })}
          >
            <option value="any">{text.modes.any}</option>
            <option value="all">{text.modes.all}</option>
          </select>
        </label>
        <details>
          <summary>{names.length === 0 ? text.everybody : text.chosen(names.join('、'))}</summary>
          <div className="closure-levels-people" role="group" aria-label={text.people}>
            {able.map(({ account, name }) => (
              <label key={account}>
                <input
                  type="checkbox"
                  checked={accounts.includes(account)}
                  onChange={(event) =>
                    onChange({
                      ...level,
                      accounts: event.target.checked ? [...accounts, account] : accounts.filter((each) => each !== account),
                    })
                  }
                />
                {name}
              </label>
            ))}
          </div>
        </details>
        {onRemove === null ? null : (
          <button type="button" className="button quiet small" onClick={onRemove}>
            {text.remove}
          </button>
        )}
      </fieldset>
    </li>
  )
}
