import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { useOrganisationText } from '../use-text.ts'

/** A field of a small form. Values are text; a ticked box is 'yes', an empty one ''. */
interface FieldSpec {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'day' | 'choice' | 'tick'
  readonly value: string
  readonly hint?: string
  readonly isOptional?: boolean
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** Words that a text field offers. */
  readonly offers?: readonly string[]
}

export type Values = Readonly<Record<string, string>>

interface FieldsDialogProps {
  readonly title: string
  readonly words?: string | undefined
  readonly fields: readonly FieldSpec[]
  readonly isBusy: boolean
  /** Whether it was done: then the form closes. */
  readonly onSubmit: (values: Values) => Promise<boolean>
  readonly onClose: () => void
}

/** A small form in a dialog; Enter saves. */
export function FieldsDialog({ title, words, fields, isBusy, onSubmit, onClose }: FieldsDialogProps) {
  const text = useOrganisationText()
  const [values, setValues] = useState<Values>(() => Object.fromEntries(fields.map(({ name, value }) => [name, value])))
  const isComplete = fields.every(({ name, kind, isOptional }) => isOptional === true || kind === 'tick' || values[name]?.trim() !== '')
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isComplete && !isBusy && (await onSubmit(values))) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="org-form" onSubmit={(event) => void submit(event)}>
        <div className="body">
          {words === undefined ? null : <p className="quiet">{words}</p>}
          {fields.map((field, index) => (
            <FormField
              key={field.name}
              field={field}
              isFirst={index === 0}
              value={values[field.name] ?? ''}
              onChange={(value) => setValues((known) => ({ ...known, [field.name]: value }))}
            />
          ))}
        </div>
        <DialogFoot cancel={text.form.cancel} submit={text.form.save} isBusy={!isComplete || isBusy} onClose={onClose} />
      </form>
    </Dialog>
  )
}

interface FormFieldProps {
  readonly field: FieldSpec
  readonly isFirst: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

function FormField({ field, isFirst, value, onChange }: FormFieldProps) {
  const id = useId()
  const { label, kind, hint, choices = [], offers = [] } = field
  if (kind === 'tick') {
    return (
      <label className="tick">
        <input type="checkbox" checked={value === 'yes'} onChange={(event) => onChange(event.target.checked ? 'yes' : '')} />
        {label}
      </label>
    )
  }
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {kind === 'choice' ? (
        <select id={id} className="input" autoFocus={isFirst} value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className="input"
          autoFocus={isFirst}
          autoComplete="off"
          maxLength={kind === 'text' ? 100 : undefined}
          type={kind === 'day' ? 'date' : 'text'}
          list={offers.length > 0 ? `${id}-offers` : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {offers.length > 0 ? (
        <datalist id={`${id}-offers`}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      ) : null}
      {hint === undefined ? null : <span className="hint">{hint}</span>}
    </div>
  )
}
