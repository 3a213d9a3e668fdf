import { Input } from 'antd'
import { useState } from 'react'
import type { Commitment } from '#core/commitment/commitment.ts'
import { client } from '#web/_lib/client.ts'
import { usePlanText } from '../../context.ts'
import { changesBetween, draftOf, numberTrouble, type ReadingDraft } from '../../model/reading-draft.ts'
import type { FormProps } from './forms.tsx'
import { namesIn } from './names-in.ts'
import { ReadingFields } from './reading-fields.tsx'
import { Sheet } from './sheet.tsx'
import { useFormText } from './use-form-text.ts'

interface EditFormProps extends FormProps {
  readonly commitment: Commitment
  /** The question that asks for a definition, where the form answers one. */
  readonly questionId: string | null
}

/** 修改, or the definition of a vague target. */
export function EditForm({ view, run, isBusy, onClose, commitment, questionId }: EditFormProps) {
  const text = useFormText()
  const { text: pageText } = usePlanText()
  const before = draftOf(commitment.reading)
  const [draft, setDraft] = useState<ReadingDraft>(questionId === null ? before : { ...before, kind: 'count', comparator: '>=' })
  const [note, setNote] = useState('')
  const changes = changesBetween(before, draft)
  const planId = view.plan.id
  const { id, version } = commitment
  const save = async (): Promise<void> => {
    const isDone =
      questionId === null
        ? await run(
            () => client.commitment.edit({ planId, id, version, changes, note }),
            () => pageText.done.saved,
          )
        : await run(
            () => client.question.answer({ planId, id: questionId, answer: { kind: 'definition', changes, note } }),
            () => pageText.done.answered,
          )
    if (isDone) onClose()
  }
  return (
    <Sheet
      title={`${questionId === null ? text.edit : text.define} · ${commitment.ref}`}
      submit={text.save}
      canSubmit={Object.keys(changes).length > 0 && numberTrouble(draft) === null}
      isBusy={isBusy}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <blockquote className="quoted" lang="zh-CN">
        {commitment.text}
      </blockquote>
      <ReadingFields draft={draft} onChange={setDraft} original={commitment.original} names={namesIn(view)} />
      <label className="labelled wide note">
        {text.note}
        <Input value={note} maxLength={500} placeholder={text.noteHint} onChange={(event) => setNote(event.target.value)} />
      </label>
    </Sheet>
  )
}
