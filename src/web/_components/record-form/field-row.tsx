import { type ReactNode, useId } from 'react'
import { useFormText } from './use-text.ts'

interface FieldRowProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
  readonly isRequired?: boolean
  /** Several controls under one label. */
  readonly isGroup?: boolean
  readonly children: (ids: { readonly id: string; readonly describedBy: string; readonly isWrong: boolean }) => ReactNode
}

/** A labelled control with its hint and what is wrong with it. */
export function FieldRow({ label, hint = '', wrong, isRequired = false, isGroup = false, children }: FieldRowProps) {
  const text = useFormText()
  const id = useId()
  const describedBy = [hint === '' ? '' : `${id}-hint`, wrong === undefined ? '' : `${id}-wrong`].join(' ').trim()
  const title = (
    <>
      {label}
      {isRequired ? (
        <span className="required" aria-label={text.required}>
          *
        </span>
      ) : null}
    </>
  )
  return (
    <div className="field" role={isGroup ? 'group' : undefined} aria-labelledby={isGroup ? `${id}-label` : undefined}>
      {isGroup ? (
        <span className="label" id={`${id}-label`}>
          {title}
        </span>
      ) : (
        <label className="label" htmlFor={id}>
          {title}
        </label>
      )}
      {children({ id, describedBy, isWrong: wrong !== undefined })}
      {wrong === undefined ? null : (
        <span className="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
      {hint === '' ? null : (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
