import { type FormEvent, useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Field } from '#web/_components/field.tsx'
import { useSubmit } from '#web/_lib/use-submit.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Text } from './text.zh.ts'
import type { ListedRule } from './use-acts.ts'

interface RemoveDialogProps {
  readonly rule: ListedRule
  readonly text: Text
  readonly onRemove: (reason: string) => Promise<void>
  readonly onClose: () => void
}

/** 删除, with the reason. */
export function RemoveDialog({ rule, text, onRemove, onClose }: RemoveDialogProps) {
  const failureText = useFailureText()
  const [reason, setReason] = useState('')
  const { isPending, failure, send } = useSubmit(async () => {
    await onRemove(reason)
    onClose()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send()
  }
  return (
    <Dialog title={text.removeTitle(rule.phrase)} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="body">
          <Field
            label={text.reason}
            value={reason}
            minLength={2}
            maxLength={500}
            required
            onChange={(event) => setReason(event.target.value)}
          />
          {failure === null ? null : (
            <p className="notice error" role="alert">
              {failureText(failure)}
            </p>
          )}
        </div>
        <DialogFoot cancel={text.cancel} submit={text.remove} isBusy={isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
