import type { Field } from '#core/register/field.ts'
import { Field as Input } from '#web/_components/field.tsx'
import { useLanguage } from '#web/_lib/language.ts'
import { titleIn } from '../../model/names.ts'
import type { RegistersView } from '../../use-registers.ts'
import { useDefinitionText } from '../use-text.ts'
import { Choice } from './choice.tsx'
import { Lines } from './lines.tsx'

interface TypeSettingsProps {
  readonly field: Field
  readonly put: (field: Field) => void
  readonly view: RegistersView
  readonly isTried: boolean
}

/** What a field's type needs beside its label: options, unit, limit, whether several, where it leads. */
export function TypeSettings({ field, put, view, isTried }: TypeSettingsProps) {
  const text = useDefinitionText()
  const language = useLanguage()
  const missing = (isMissing: boolean): string | undefined => (isTried && isMissing ? text.needed : undefined)
  switch (field.type) {
    case 'choice':
      return (
        <div className="grid">
          <Lines
            label={text.options}
            lines={field.options}
            wrong={missing(field.options.length === 0)}
            onChange={(options) => put({ ...field, options })}
          />
          <Lines label={text.optionsEn} lines={field.optionsEn} onChange={(optionsEn) => put({ ...field, optionsEn })} />
          <Several isMany={field.isMany} onChange={(isMany) => put({ ...field, isMany })} />
        </div>
      )
    case 'decimal':
      return (
        <div className="grid">
          <Input
            label={text.unit}
            hint={text.unitHint}
            value={field.unit}
            maxLength={10}
            wrong={missing(field.unit.trim() === '')}
            onChange={(event) => put({ ...field, unit: event.target.value })}
          />
        </div>
      )
    case 'text':
    case 'number':
      return (
        <div className="grid">
          <Input
            label={text.max[field.type]}
            type="number"
            min={1}
            max={field.type === 'text' ? 20_000 : 1_000_000_000}
            value={field.max}
            onChange={(event) => put({ ...field, max: Math.max(1, Math.trunc(Number(event.target.value))) })}
          />
        </div>
      )
    case 'people':
    case 'orgs':
      return <Several isMany={field.isMany} onChange={(isMany) => put({ ...field, isMany })} />
    case 'record':
      return (
        <Choice
          label={text.leadsTo}
          value={field.register}
          choices={view.registers.map((register) => [register.id, titleIn(language, register)])}
          onChange={(register) => put({ ...field, register })}
        />
      )
    case 'day':
    case 'days':
    case 'yes-no':
    case 'commitments':
      return null
  }
}

function Several({ isMany, onChange }: { readonly isMany: boolean; readonly onChange: (isMany: boolean) => void }) {
  const text = useDefinitionText()
  return (
    <label className="tick">
      <input type="checkbox" checked={isMany} onChange={(event) => onChange(event.target.checked)} />
      {text.many}
    </label>
  )
}
