import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useId, useState } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { RecordId } from '#core/record/record.ts'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useCommitmentText } from './use-text.ts'

interface RuleDialogProps {
  readonly commitment: CommitmentId
  readonly record: RecordId
  /** What the person says: it counts, or it does not. */
  readonly counts: boolean
  readonly onClose: () => void
}

/** 人工计入 or 不计入 of one record, with the reason. */
export function RuleDialog({ commitment, record, counts, onClose }: RuleDialogProps) {
  const text = useCommitmentText()
  const failureText = useFailureText()
  const id = useId()
  const [reason, setReason] = useState('')
  const rule = useMutation({
    mutationFn: () => client.counting.rule({ id: commitment, record, counts, reason: reason.trim() }),
    onSuccess: async () => {
      tell('done', text.ruled(counts))
      onClose()
      await Promise.all(['commitment', 'ledger', 'records', 'record'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
    },
    onError: (error) => tell('error', failureText(error)),
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (reason.trim() !== '') rule.mutate()
  }
  return (
    <Dialog title={counts ? text.countAsk : text.countNotAsk} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="body field">
          <label className="label" htmlFor={id}>
            {text.reason}
          </label>
          <textarea
            id={id}
            className="input"
            autoFocus
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <span className="hint">{text.reasonHint}</span>
        </div>
        <div className="foot">
          <button type="button" className="button" onClick={onClose}>
            {text.cancel}
          </button>
          <button type="submit" className="button primary" disabled={reason.trim() === '' || rule.isPending}>
            {counts ? text.count : text.countNot}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
