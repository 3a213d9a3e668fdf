import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { EvidenceBox } from '#web/_components/evidence/evidence-box.tsx'
import { useEvidence } from '#web/_components/evidence/use-evidence.ts'
import { Field } from '#web/_components/field.tsx'
import { client } from '#web/_lib/client.ts'
import { useCourseFailure, useCourseText } from './use-text.ts'

interface MeetingProps {
  readonly change: { readonly id: string; readonly version: number; readonly pinned: string }
  readonly onClose: () => void
}

/** 登记会议决定 on a change: its day, what was said, and the minutes as files. */
export function MeetingDialog({ change, onClose }: MeetingProps) {
  const { change: text, cancel, confirm } = useCourseText()
  const failureText = useCourseFailure()
  const cache = useQueryClient()
  const [heldOn, setHeldOn] = useState('')
  const [minutes, setMinutes] = useState('')
  const evidence = useEvidence()
  const { id, version, pinned } = change
  const act = useMutation({
    mutationFn: () => client.change.meeting({ id, version, pinned, heldOn, minutes, evidence: [...evidence.ids] }),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries(),
  })
  return (
    <Dialog title={text.meeting} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate()
        }}
      >
        <div className="body course-form">
          <Field label={text.heldOn} type="date" required value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
          <label className="field">
            <span className="label">{text.minutes}</span>
            <textarea className="input" rows={3} maxLength={2000} value={minutes} onChange={(event) => setMinutes(event.target.value)} />
          </label>
          <p className="quiet">{text.minutesFile}</p>
          <EvidenceBox evidence={evidence} />
          {act.isError ? (
            <p className="notice error" role="alert">
              {failureText(act.error)}
            </p>
          ) : null}
        </div>
        <DialogFoot cancel={cancel} submit={confirm} isBusy={act.isPending || evidence.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
