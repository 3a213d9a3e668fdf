import { useQuery } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'
import type { Asked, Preview } from '../model/asked.ts'
import { useRecordImportText } from '../use-text.ts'

interface OptionsProps {
  readonly preview: Preview
  readonly asked: Asked
  readonly onChange: (asked: Asked) => void
}

/** What becomes of rows that are there already, and whose facts they are where no column says it. */
export function Options({ preview, asked, onChange }: OptionsProps) {
  const text = useRecordImportText()
  const has = (target: string) => preview.columns.some((column) => column.target === target)
  return (
    <div className="options">
      {has('number') || has('id') ? (
        <fieldset>
          <legend>{text.existing}</legend>
          {(['skip', 'update', 'stop'] as const).map((policy) => (
            <label key={policy}>
              <input
                type="radio"
                name="existing"
                checked={asked.existing === policy}
                onChange={() => onChange({ ...asked, existing: policy })}
              />
              {text.policy[policy]}
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="notice warning">{text.noNumber}</p>
      )}
      {has('org') ? null : <OrgChoice asked={asked} onChange={onChange} />}
    </div>
  )
}

function OrgChoice({ asked, onChange }: Omit<OptionsProps, 'preview'>) {
  const text = useRecordImportText()
  const { data } = useQuery({ queryKey: ['organisation', ''], queryFn: () => client.organisation.get({}) })
  const standing = data?.organisation.terms.filter(({ to }) => to === null) ?? []
  return (
    <label className="field">
      <span className="label">{text.org}</span>
      <select
        className="input"
        value={asked.org ?? ''}
        onChange={({ target }) => onChange({ ...asked, org: target.value === '' ? null : target.value })}
      >
        <option value="">{text.noOrg}</option>
        {standing.map(({ org, name }) => (
          <option key={org} value={org}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
