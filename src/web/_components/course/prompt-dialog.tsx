import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { Field } from '#web/_components/field.tsx'
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
  const cache = useQueryClient()
  const [given, setGiven] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(fields.map(({ name, start = '' }) => [name, start])),
  )
  const act = useMutation({ mutationFn: () => send(given), onSuccess: onClose, onSettled: () => cache.invalidateQueries() })
  const set = (name: string, value: string): void => setGiven({ ...given, [name]: value })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate()
        }}
      >
        <div className="body course-form">
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
          {act.isError ? (
            <p className="notice error" role="alert">
              {failureText(act.error)}
            </p>
          ) : null}
        </div>
        <DialogFoot cancel={text.cancel} submit={text.confirm} isBusy={act.isPending} onClose={onClose} />
      </form>
    </Dialog>
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
