import { Input } from 'antd'
import { useState } from 'react'
import type { Commitment } from '#core/commitment/commitment.ts'
import { client } from '#web/_lib/client.ts'
import { useDispatch, usePlanText } from '../../context.ts'
import { changesBetween, draftOf, numberTrouble, type ReadingDraft } from '../../model/reading-draft.ts'
import { onTopOf } from '../../model/conflict.ts'
import { ConflictNotice } from './conflict-notice.tsx'
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
  const dispatch = useDispatch()
  const { text: pageText } = usePlanText()
  // what the person began from: someone else may save the commitment while the form is open
  const [base, setBase] = useState(commitment)
  const before = draftOf(base.reading)
  const [draft, setDraft] = useState<ReadingDraft>(questionId === null ? before : { ...before, kind: 'count', comparator: '>=' })
  const [note, setNote] = useState('')
  const changes = changesBetween(before, draft)
  const planId = view.plan.id
  const { id, version } = base
  const isOvertaken = commitment.version !== base.version && !isBusy
  const begin = (from: ReadingDraft): void => {
    setBase(commitment)
    setDraft(from)
  }
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
    if (!isDone) return
    onClose()
    dispatch({ kind: 'teach', id })
  }
  return (
    <Sheet
      title={`${questionId === null ? text.edit : text.define} · ${commitment.ref}`}
      submit={text.save}
      canSubmit={!isOvertaken && Object.keys(changes).length > 0 && numberTrouble(draft) === null}
      isBusy={isBusy}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <blockquote className="quoted" lang="zh-CN">
        {commitment.text}
      </blockquote>
      {isOvertaken ? (
        <ConflictNotice
          commitment={commitment}
          mine={draft}
          onTakeTheirs={() => begin(draftOf(commitment.reading))}
          onGoOn={() => begin(onTopOf(draftOf(commitment.reading), before, draft))}
        />
      ) : null}
      <ReadingFields draft={draft} onChange={setDraft} original={commitment.original} names={namesIn(view)} />
      <label className="labelled wide note">
        {text.note}
        <Input value={note} maxLength={500} placeholder={text.noteHint} onChange={(event) => setNote(event.target.value)} />
      </label>
    </Sheet>
  )
}
