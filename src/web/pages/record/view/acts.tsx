import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Register } from '#core/register/register.ts'
import { Dialog } from '#web/_components/dialog.tsx'
import { FieldRow } from '#web/_components/record-form/field-row.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useRecordText } from '../use-text.ts'
import type { Revision } from './revisions.tsx'

interface ActsProps {
  readonly record: Revision
  readonly register: Register
  readonly onCorrect: () => void
}

/** The least characters of the reason of a voiding. */
const LEAST_REASON = 10

/** What can be done with a record as it stands. */
export function Acts({ record, register, onCorrect }: ActsProps) {
  const text = useRecordText()
  const failureText = useFailureText()
  const [asks, setAsks] = useState<'void' | 'return' | null>(null)
  const { id, revision, state } = record
  const act = useMutation({
    mutationFn: ({ verb, reason }: { readonly verb: 'void' | 'return' | 'accept'; readonly reason: string }) =>
      verb === 'void'
        ? client.record.void({ id, revision, reason })
        : client.record.review({ id, revision, state: verb === 'return' ? 'returned' : 'accepted', note: reason }),
    onSuccess: ({ record: after }) => {
      setAsks(null)
      tell('done', after.state === 'voided' ? text.done.voided : after.state === 'accepted' ? text.done.accepted : text.done.returned)
    },
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries(),
  })
  if (state === 'voided') return null
  const isReviewed = state === 'submitted' && register.acceptance !== 'none'
  return (
    <div className="acts">
      {isReviewed ? (
        <>
          <button
            type="button"
            className="button primary small"
            disabled={act.isPending}
            onClick={() => act.mutate({ verb: 'accept', reason: '' })}
          >
            {text.accept}
          </button>
          <button type="button" className="button small" onClick={() => setAsks('return')}>
            {text.return}
          </button>
        </>
      ) : null}
      <button type="button" className="button small" onClick={onCorrect}>
        {state === 'draft' ? text.continueDraft : text.correct}
      </button>
      <button type="button" className="button small danger" onClick={() => setAsks('void')}>
        {text.void}
      </button>
      {asks === null ? null : (
        <ReasonDialog
          title={asks === 'void' ? text.voidTitle : text.returnTitle}
          words={asks === 'void' ? text.voidWords : text.returnWords}
          least={asks === 'void' ? LEAST_REASON : 1}
          isBusy={act.isPending}
          onConfirm={(reason) => act.mutate({ verb: asks, reason })}
          onClose={() => setAsks(null)}
        />
      )}
    </div>
  )
}

interface ReasonDialogProps {
  readonly title: string
  readonly words: string
  readonly least: number
  readonly isBusy: boolean
  readonly onConfirm: (reason: string) => void
  readonly onClose: () => void
}

function ReasonDialog({ title, words, least, isBusy, onConfirm, onClose }: ReasonDialogProps) {
  const text = useRecordText()
  const [reason, setReason] = useState('')
  const isEnough = reason.trim().length >= least
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isEnough && !isBusy) onConfirm(reason.trim())
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="body">
          <p className="quiet">{words}</p>
          <FieldRow label={text.reason} hint={least > 1 ? text.reasonHint(least) : ''} isRequired>
            {({ id, describedBy }) => (
              <textarea
                id={id}
                className="input"
                autoFocus
                maxLength={500}
                aria-describedby={describedBy}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </FieldRow>
        </div>
        <div className="foot">
          <button type="button" className="button" onClick={onClose}>
            {text.cancel}
          </button>
          <button type="submit" className="button primary" disabled={!isEnough || isBusy}>
            {text.confirm}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
