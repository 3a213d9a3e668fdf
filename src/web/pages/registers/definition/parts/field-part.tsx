import type { Field } from '#core/register/field.ts'
import { Field as Input } from '#web/_components/field.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { useRegistersText } from '../../use-text.ts'
import { moveField, removeField, replaceField, withType } from '../model/draft.ts'
import { useDefinitionText } from '../use-text.ts'
import { Choice } from './choice.tsx'
import type { PartProps } from './part.ts'
import { TypeSettings } from './type-settings.tsx'

const TYPES: readonly Field['type'][] = [
  'text',
  'choice',
  'number',
  'decimal',
  'day',
  'days',
  'people',
  'orgs',
  'yes-no',
  'record',
  'commitments',
]

/** One field: its label and type, what the type needs, its place, and whether it is still asked. */
export function FieldPart(props: PartProps & { readonly field: Field; readonly index: number }) {
  const { draft, setDraft, view, use, wrong, isTried, field, index } = props
  const text = useDefinitionText()
  const words = useRegistersText()
  const isHeld = use.fields.some((each) => each.field === field.id)
  const isBound = isHeld || use.counted.some((each) => each.field === field.id)
  const put = (changed: Field): void => setDraft((known) => replaceField(known, changed))
  const fault = wrong(field.id)
  const target = view.registers[0]?.id
  return (
    <li className={field.isRetired ? 'retired' : ''} aria-label={field.label === '' ? text.field(index + 1) : field.label}>
      <div className="line">
        <Input
          label={text.label}
          value={field.label}
          maxLength={40}
          wrong={isTried && field.label.trim() === '' ? text.needed : undefined}
          onChange={(event) => put({ ...field, label: event.target.value })}
        />
        <Choice
          label={text.type}
          value={field.type}
          isDisabled={isBound || target === undefined}
          choices={TYPES.map((type) => [type, words.types[type]])}
          onChange={(type) => (target === undefined ? undefined : put(withType(field, type, target)))}
        />
        <label className="tick">
          <input
            type="checkbox"
            checked={field.isRequired}
            disabled={field.isRetired}
            onChange={(event) => put({ ...field, isRequired: event.target.checked })}
          />
          {text.required}
        </label>
        <span className="places">
          <button
            type="button"
            className="button small quiet"
            aria-label={text.up}
            title={text.up}
            disabled={index === 0}
            onClick={() => setDraft((known) => moveField(known, field.id, -1))}
          >
            <Icon name="sortUp" />
          </button>
          <button
            type="button"
            className="button small quiet"
            aria-label={text.down}
            title={text.down}
            disabled={index === draft.fields.length - 1}
            onClick={() => setDraft((known) => moveField(known, field.id, 1))}
          >
            <Icon name="sortDown" />
          </button>
          {isBound ? (
            <button type="button" className="button small quiet" onClick={() => put({ ...field, isRetired: !field.isRetired })}>
              {field.isRetired ? text.revive : text.retire}
            </button>
          ) : (
            <button type="button" className="button small quiet danger" onClick={() => setDraft((known) => removeField(known, field.id))}>
              {text.takeAway}
            </button>
          )}
        </span>
      </div>
      {field.isRetired ? <p className="quiet">{text.retiredField}</p> : isHeld ? <p className="quiet">{text.held}</p> : null}
      {fault === undefined ? null : <p className="wrong">{fault}</p>}
      {field.isRetired ? null : <TypeSettings field={field} put={put} view={view} isTried={isTried} />}
      <details>
        <summary>{text.more}</summary>
        <div className="grid">
          <Input
            label={text.labelEn}
            value={field.labelEn}
            maxLength={80}
            onChange={(event) => put({ ...field, labelEn: event.target.value })}
          />
          <Input label={text.hint} value={field.hint} maxLength={200} onChange={(event) => put({ ...field, hint: event.target.value })} />
        </div>
      </details>
    </li>
  )
}
