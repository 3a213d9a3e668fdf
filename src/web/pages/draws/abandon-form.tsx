import { useState } from 'react'
import type { Draw } from '#core/draw/draw.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Field } from '#web/_components/field.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from './use-act.ts'
import { useDrawFailure, useDrawText } from './use-text.ts'

/** Gives a draw up, with the reason; it stays in the list. */
export function AbandonForm({ draw: { id, version } }: { readonly draw: Draw }) {
  const text = useDrawText()
  const failureText = useDrawFailure()
  const [reason, setReason] = useState('')
  const abandon = useAct(id, () => client.draw.abandon({ id, version, reason }))
  return (
    <details>
      <summary>{text.abandon}</summary>
      <form
        className="draws-line draws-give"
        onSubmit={(event) => {
          event.preventDefault()
          abandon.mutate()
        }}
      >
        <Field label={text.reason} value={reason} required onChange={(event) => setReason(event.target.value)} />
        <button type="submit" className="button" disabled={abandon.isPending}>
          {text.abandon}
        </button>
      </form>
      <FailureNotice error={abandon.error} words={failureText} />
    </details>
  )
}
