import { useState } from 'react'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { usePeriodLocksText } from './use-text.ts'

/** What a person is about to do to a quarter; `words`: its name. */
export type Asked =
  | { readonly kind: 'lock'; readonly quarter: Quarter; readonly words: string }
  | { readonly kind: 'unlock'; readonly id: string; readonly words: string }

/** Asks once more, and for the reason where a lock is taken back. */
export function LockDialog({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const text = usePeriodLocksText()
  const failureText = useFailureText()
  const [reason, setReason] = useState('')
  const act = useAct<unknown>(
    ['period-locks'],
    () => (asked.kind === 'lock' ? client.periodLock.lock(asked.quarter) : client.periodLock.unlock({ id: asked.id, reason })),
    onClose,
  )
  return (
    <FormDialog
      title={asked.kind === 'lock' ? text.lockTitle(asked.words) : text.unlockTitle(asked.words)}
      cancel={text.cancel}
      submit={asked.kind === 'lock' ? text.lock : text.unlock}
      act={act}
      failureText={failureText}
      onClose={onClose}
    >
      {asked.kind === 'lock' ? (
        <p>{text.lockWords}</p>
      ) : (
        <label className="field">
          <span>{text.reason}</span>
          <textarea className="input" rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
    </FormDialog>
  )
}
