import { useState } from 'react'
import { Field } from '#web/_components/field.tsx'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { useAct } from '#web/_lib/use-act.ts'
import { useCourseFailure, useCourseText } from './use-text.ts'

/** One thing that is asked for. `start`: what stands there at first. */
export interface PromptField {
  readonly name: string
  readonly label: string
  readonly kind: 'line' | 'words' | 'day' | 'choice'
  readonly isOptional?: boolean
  readonly start?: string
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

interface PromptProps {
  readonly title: string
  readonly hint?: string
  readonly fields: readonly PromptField[]
  readonly send: (given: Readonly<Record<string, string>>) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks for what an act needs, does it, and closes; a refusal is said where it was asked. */
export function PromptDialog({ title, hint, fields, send, onClose }: PromptProps) {
  const text = useCourseText()
  const failureText = useCourseFailure()
  const [given, setGiven] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(fields.map(({ name, start = '' }) => [name, start])),
  )
  const act = useAct([], () => send(given), onClose)
  const set = (name: string, value: string): void => setGiven({ ...given, [name]: value })
  return (
    <FormDialog
      title={title}
      cancel={text.cancel}
      submit={text.confirm}
      className="course-form"
      act={act}
      failureText={failureText}
      onClose={onClose}
    >
      {hint === undefined ? null : <p className="quiet">{hint}</p>}
      {fields.map((field) => (
        <Asked
          key={field.name}
          field={field}
          choose={text.choose}
          value={given[field.name] ?? ''}
          onChange={(value) => set(field.name, value)}
        />
      ))}
    </FormDialog>
  )
}

interface AskedProps {
  readonly field: PromptField
  readonly choose: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Asked({ field: { label, kind, isOptional = false, options = [] }, choose, value, onChange }: AskedProps) {
  if (kind === 'line' || kind === 'day')
    return (
      <Field
        label={label}
        type={kind === 'day' ? 'date' : 'text'}
        required={!isOptional}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <label className="field">
      <span className="label">{label}</span>
      {kind === 'choice' ? (
        <select className="input" required={!isOptional} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{choose}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <textarea className="input" rows={3} maxLength={2000} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </label>
  )
}
