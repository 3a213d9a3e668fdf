import { useState } from 'react'
import { Field } from '#web/_components/field.tsx'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { useAct } from '#web/_lib/use-act.ts'
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
  const removal = useAct(['phrase-rules'], () => onRemove(reason), onClose)
  return (
    <FormDialog
      title={text.removeTitle(rule.phrase)}
      cancel={text.cancel}
      submit={text.remove}
      act={removal}
      failureText={failureText}
      onClose={onClose}
    >
      <Field
        label={text.reason}
        value={reason}
        minLength={2}
        maxLength={500}
        required
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
