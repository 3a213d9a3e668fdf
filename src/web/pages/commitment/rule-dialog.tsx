import { useState } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { RecordId } from '#core/record/record.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useAct } from '#web/_lib/use-act.ts'
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
  const [reason, setReason] = useState('')
  const rule = useAct(
    ['commitment'],
    () => client.counting.rule({ id: commitment, record, counts, reason: reason.trim() }),
    async () => {
      tell('done', text.ruled(counts))
      onClose()
      await Promise.all(['ledger', 'records', 'record'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
    },
  )
  return (
    <FormDialog
      title={counts ? text.countAsk : text.countNotAsk}
      cancel={text.cancel}
      submit={counts ? text.count : text.countNot}
      act={rule}
      isHeld={reason.trim() === ''}
      failureText={failureText}
      onClose={onClose}
    >
      <WordsField label={text.reason} hint={text.reasonHint} rows={3} most={500} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
