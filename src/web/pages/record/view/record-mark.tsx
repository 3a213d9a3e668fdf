import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Mark } from '#core/access/mark.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { FieldRow } from '#web/_components/record-form/field-row.tsx'
import { client } from '#web/_lib/client.ts'
import { tell } from '#web/_lib/toast.ts'
import { useAct } from '#web/_lib/use-act.ts'
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
  const save = useAct(
    ['record', id, 'mark'],
    () => client.mark.setRecord({ id, mark, reason: reason.trim() }),
    ({ came }) => {
      tell('done', came === 'set' ? text.markSet : text.markAsked)
      onClose()
    },
  )
  return (
    <FormDialog
      title={text.markTitle}
      cancel={text.cancel}
      submit={text.confirm}
      act={save}
      isHeld={!isReady}
      failureText={failureText}
      onClose={onClose}
    >
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
    </FormDialog>
  )
}
