import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useEvidenceText } from './use-text.ts'

interface UnlinkDialogProps {
  readonly name: string
  readonly link: string
  readonly onClose: () => void
}

/** Asks why a file is no evidence of this record any more. */
export function UnlinkDialog({ name, link, onClose }: UnlinkDialogProps) {
  const text = useEvidenceText()
  const failureText = useFailureText()
  const [reason, setReason] = useState('')
  const unlink = useMutation({
    mutationFn: () => client.evidence.unlink({ link, reason: reason.trim() }),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['evidence'] }),
  })
  return (
    <Dialog title={text.unlinkTitle(name)} onClose={onClose}>
      <div className="body">
        <p className="quiet">{text.unlinkHint}</p>
        <label className="field">
          <span className="label">{text.reason}</span>
          <textarea className="input" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </label>
        <FailureNotice error={unlink.error} words={failureText} />
      </div>
      <div className="foot">
        <button type="button" className="button" onClick={onClose}>
          {text.giveUp}
        </button>
        <button type="button" className="button danger" disabled={reason.trim() === '' || unlink.isPending} onClick={() => unlink.mutate()}>
          {text.unlink}
        </button>
      </div>
    </Dialog>
  )
}
