import { useState } from 'react'
import { EvidenceBox } from '#web/_components/evidence/evidence-box.tsx'
import { useEvidence } from '#web/_components/evidence/use-evidence.ts'
import { Field } from '#web/_components/field.tsx'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { useCourseFailure, useCourseText } from './use-text.ts'

interface MeetingProps {
  readonly change: { readonly id: string; readonly version: number; readonly pinned: string }
  readonly onClose: () => void
}

/** 登记会议决定 on a change: its day, what was said, and the minutes as files. */
export function MeetingDialog({ change, onClose }: MeetingProps) {
  const { change: text, cancel, confirm } = useCourseText()
  const failureText = useCourseFailure()
  const [heldOn, setHeldOn] = useState('')
  const [minutes, setMinutes] = useState('')
  const evidence = useEvidence()
  const { id, version, pinned } = change
  const act = useAct([], () => client.change.meeting({ id, version, pinned, heldOn, minutes, evidence: [...evidence.ids] }), onClose)
  return (
    <FormDialog
      title={text.meeting}
      cancel={cancel}
      submit={confirm}
      className="course-form"
      act={act}
      isHeld={evidence.isBusy}
      failureText={failureText}
      onClose={onClose}
    >
      <Field label={text.heldOn} type="date" required value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
      <WordsField label={text.minutes} rows={3} most={2000} value={minutes} onChange={setMinutes} />
      <p className="quiet">{text.minutesFile}</p>
      <EvidenceBox evidence={evidence} />
    </FormDialog>
  )
}
