import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { Mark } from '#core/access/mark.ts'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
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
  const save = useMutation({
    mutationFn: () => client.mark.setRegister({ register: register.register, field: chosen?.id ?? null, mark: mark ?? standing, reason }),
    onSuccess: ({ came }) => {
      tell('done', came === 'set' ? text.set : text.asked)
      onClose()
    },
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['marks'] }),
  })
  const isReady = mark !== null && mark !== standing && reason.trim().length >= 2
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isReady) save.mutate()
  }
  return (
    <Dialog title={text.dialog(register.title)} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="body">
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
          <label className="field">
            <span className="label">{text.reason}</span>
            <textarea className="input" rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
        </div>
        <div className="foot">
          <button type="button" className="button" onClick={onClose}>
            {text.cancel}
          </button>
          <button type="submit" className="button primary" disabled={!isReady || save.isPending}>
            {text.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
