import { useState } from 'react'
import type { Mark } from '#core/access/mark.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { tell } from '#web/_lib/toast.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { usePostText } from '#web/_words/post/words.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Text } from './text.zh.ts'

export type MarkedRegister = Awaited<ReturnType<typeof client.mark.list>>['items'][number]

const MARKS: readonly Mark[] = ['public', 'internal', 'sensitive', 'restricted']

/** Asks for the mark of a register, or of one of its fields, with the reason. */
export function MarkDialog({
  register,
  text,
  onClose,
}: {
  readonly register: MarkedRegister
  readonly text: Text
  readonly onClose: () => void
}) {
  const words = usePostText()
  const failureText = useFailureText()
  const [field, setField] = useState('')
  const chosen = register.fields.find(({ id }) => id === field)
  const standing = chosen?.mark ?? register.mark
  const [mark, setMark] = useState<Mark | null>(null)
  const [reason, setReason] = useState('')
  const save = useAct(
    ['marks'],
    () => client.mark.setRegister({ register: register.register, field: chosen?.id ?? null, mark: mark ?? standing, reason }),
    ({ came }) => {
      tell('done', came === 'set' ? text.set : text.asked)
      onClose()
    },
  )
  const isReady = mark !== null && mark !== standing && reason.trim().length >= 2
  return (
    <FormDialog
      title={text.dialog(register.title)}
      cancel={text.cancel}
      submit={text.save}
      act={save}
      isHeld={!isReady}
      failureText={failureText}
      onClose={onClose}
    >
      <label className="field">
        <span className="label">{text.what}</span>
        <select className="input" value={field} onChange={(event) => setField(event.target.value)}>
          <option value="">{text.whole}</option>
          {register.fields.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">{text.column.mark}</span>
        <select
          className="input"
          value={mark ?? standing}
          onChange={(event) => setMark(MARKS.find((each) => each === event.target.value) ?? null)}
        >
          {MARKS.map((each) => (
            <option key={each} value={each}>
              {words.mark[each]}
            </option>
          ))}
        </select>
      </label>
      <WordsField label={text.reason} rows={2} most={500} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
