import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
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
  const cache = useQueryClient()
  const [reason, setReason] = useState('')
  const act = useMutation({
    mutationFn: () => (asked.kind === 'lock' ? client.periodLock.lock(asked.quarter) : client.periodLock.unlock({ id: asked.id, reason })),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['period-locks'] })
      onClose()
    },
  })
  return (
    <Dialog title={asked.kind === 'lock' ? text.lockTitle(asked.words) : text.unlockTitle(asked.words)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate()
        }}
      >
        <div className="body">
          {asked.kind === 'lock' ? (
            <p>{text.lockWords}</p>
          ) : (
            <label className="field">
              <span>{text.reason}</span>
              <textarea className="input" rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
            </label>
          )}
          {act.isError ? (
            <p className="notice error" role="alert">
              {failureText(act.error)}
            </p>
          ) : null}
        </div>
        <DialogFoot
          cancel={text.cancel}
          submit={asked.kind === 'lock' ? text.lock : text.unlock}
          isBusy={act.isPending}
          onClose={onClose}
        />
      </form>
    </Dialog>
  )
}
