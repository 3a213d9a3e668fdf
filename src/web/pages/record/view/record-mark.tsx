import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { Mark } from '#core/access/mark.ts'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { FieldRow } from '#web/_components/record-form/field-row.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { usePostText } from '#web/_words/post/words.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useRecordText } from '../use-text.ts'

const MARKS: readonly Mark[] = ['public', 'internal', 'sensitive', 'restricted']
const LEAST_REASON = 2

/** 敏感标记 of a record, to be changed by whoever sees it. */
export function RecordMark({ id }: { readonly id: string }) {
  const text = useRecordText()
  const words = usePostText()
  const [isOpen, setIsOpen] = useState(false)
  const { data } = useQuery({ queryKey: ['record', id, 'mark'], queryFn: () => client.mark.ofRecord({ id }) })
  if (data === undefined) return null
  return (
    <>
      <button type="button" className={`state mark ${data.mark}`} title={text.markHint} onClick={() => setIsOpen(true)}>
        {text.mark} {words.mark[data.mark]}
      </button>
      {isOpen ? <MarkDialog id={id} standing={data.mark} clearance={data.clearance} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

interface MarkDialogProps {
  readonly id: string
  readonly standing: Mark
  readonly clearance: Mark
  readonly onClose: () => void
}

function MarkDialog({ id, standing, clearance, onClose }: MarkDialogProps) {
  const text = useRecordText()
  const words = usePostText()
  const failureText = useFailureText()
  const [mark, setMark] = useState(standing)
  const [reason, setReason] = useState('')
  const isReady = mark !== standing && reason.trim().length >= LEAST_REASON
  const save = useMutation({
    mutationFn: () => client.mark.setRecord({ id, mark, reason: reason.trim() }),
    onSuccess: ({ came }) => {
      tell('done', came === 'set' ? text.markSet : text.markAsked)
      onClose()
    },
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['record', id, 'mark'] }),
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isReady) save.mutate()
  }
  return (
    <Dialog title={text.markTitle} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="body">
          <p className="quiet">{text.markWords}</p>
          <FieldRow label={text.mark} hint="" isRequired>
            {({ id: field }) => (
              <select
                id={field}
                className="input"
                value={mark}
                onChange={({ target }) => setMark(MARKS.find((each) => each === target.value) ?? standing)}
              >
                {MARKS.slice(0, MARKS.indexOf(clearance) + 1).map((each) => (
                  <option key={each} value={each}>
                    {words.mark[each]}
                  </option>
                ))}
              </select>
            )}
          </FieldRow>
          <FieldRow label={text.reason} hint={text.reasonHint(LEAST_REASON)} isRequired>
            {({ id: field, describedBy }) => (
              <textarea
                id={field}
                aria-describedby={describedBy}
                className="input"
                rows={2}
                maxLength={500}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </FieldRow>
        </div>
        <DialogFoot cancel={text.cancel} submit={text.confirm} isBusy={!isReady || save.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
