import type { InspectionPlan } from './plan-of.ts'
import { useInspectionText } from './use-text.ts'

interface TeamProps {
  readonly plan: InspectionPlan
  readonly accounts: readonly { readonly account: string; readonly name: string; readonly units: string }[]
  readonly onChange: (some: Pick<InspectionPlan, 'lead' | 'members'>) => void
}

/** Who leads and who goes along, with the units they are of: nobody inspects their own. */
export function TeamEditor({ plan: { lead, members }, accounts, onChange }: TeamProps) {
  const text = useInspectionText()
  const named = (account: string): string => {
    const found = accounts.find((each) => each.account === account)
    return found === undefined ? '' : nameOf(found)
  }
  return (
    <div className="insp-fields">
      <label className="field">
        <span className="label">{text.fields.lead}</span>
        <select
          className="input"
          value={lead ?? ''}
          onChange={({ target: { value } }) =>
            onChange({ lead: value === '' ? null : value, members: members.filter((each) => each !== value) })
          }
        >
          <option value="">{text.choose}</option>
          {accounts.map((each) => (
            <option key={each.account} value={each.account}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
      <div className="field">
        <label className="label" htmlFor="insp-members">
          {text.fields.members}
        </label>
        <select
          id="insp-members"
          className="input"
          value=""
          onChange={({ target: { value } }) => (value === '' ? undefined : onChange({ lead, members: [...members, value] }))}
        >
          <option value="">{text.choose}</option>
          {accounts
            .filter(({ account }) => account !== lead && !members.includes(account))
            .map((each) => (
              <option key={each.account} value={each.account}>
                {nameOf(each)}
              </option>
            ))}
        </select>
        <p className="insp-chips">
          {members.map((account) => (
            <span key={account} className="insp-chip">
              {named(account)}
              <button
                type="button"
                aria-label={`${text.remove} ${named(account)}`}
                onClick={() => onChange({ lead, members: members.filter((each) => each !== account) })}
              >
                ×
              </button>
            </span>
          ))}
        </p>
      </div>
    </div>
  )
}

function nameOf({ name, units }: { readonly name: string; readonly units: string }): string {
  return units === '' ? name : `${name}（${units}）`
}
