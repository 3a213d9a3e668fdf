import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import type { Followed } from './finding-follow.tsx'
import { useConsequenceFailure, useConsequenceText } from './use-text.ts'

interface ReopenProps {
  readonly followed: Followed
  readonly onClose: () => void
}

/** 重新挂账: which of what was closed has the same fault again, and why. */
export function ReopenDialog({ followed: { id, version, closed }, onClose }: ReopenProps) {
  const text = useConsequenceText()
  const failureText = useConsequenceFailure()
  const cache = useQueryClient()
  const [closure, setClosure] = useState(closed.find(({ isAbout }) => isAbout)?.closure ?? '')
  const [note, setNote] = useState('')
  const chosen = closed.find((each) => each.closure === closure)
  const act = useMutation({
    mutationFn: () => client.findingConsequence.reopen({ id, version, closure, closureVersion: chosen?.version ?? 0, note }),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries(),
  })
  return (
    <Dialog title={text.reopenTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate()
        }}
      >
        <div className="body">
          <p className="quiet">{closed.length === 0 ? text.noneClosed : text.reopenHint}</p>
          <label className="field">
            <span className="label">{text.closed}</span>
            <select className="input" required value={closure} onChange={(event) => setClosure(event.target.value)}>
              <option value="">{text.choose}</option>
              {closed.map((each) => (
                <option key={each.closure} value={each.closure}>
                  {`${each.ref} ${each.sentence.slice(0, 40)}${text.stage(each.stage)}${each.isAbout ? ` · ${text.about}` : ''}`}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span className="label">{text.note}</span>
            <textarea className="input" rows={3} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
          </label>
          {act.isError ? (
            <p className="notice error" role="alert">
              {failureText(act.error)}
            </p>
          ) : null}
        </div>
        <DialogFoot cancel={text.cancel} submit={text.submit} isBusy={act.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
