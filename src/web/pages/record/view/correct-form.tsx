import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Register } from '#core/register/register.ts'
import { FieldRow } from '#web/_components/record-form/field-row.tsx'
import { faultsOf } from '#web/_components/record-form/model/faults.ts'
import { entryOf, type Typed, typedOf } from '#web/_components/record-form/model/typed.ts'
import { RecordForm } from '#web/_components/record-form/record-form.tsx'
import type { NamesByKey } from '#web/_components/record-value/value-words.ts'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useRecordText } from '../use-text.ts'
import { Conflict } from './conflict.tsx'
import type { Revision } from './revisions.tsx'

interface CorrectFormProps {
  readonly record: Revision
  readonly register: Register
  readonly names: NamesByKey
  readonly onClose: () => void
}

/** A correction: the next revision, with a note of what was changed; a draft goes on. Where somebody else saved first, both are shown. */
export function CorrectForm({ record, register, names, onClose }: CorrectFormProps) {
  const text = useRecordText()
  const failureText = useFailureText()
  const [base, setBase] = useState(record)
  const [typed, setTyped] = useState<Typed>(() => typedOf(record, names))
  const [note, setNote] = useState('')
  const [isNoteMissing, setIsNoteMissing] = useState(false)
  const [theirs, setTheirs] = useState<{ readonly revision: Revision; readonly names: NamesByKey } | null>(null)
  const isDraft = base.state === 'draft'
  const save = useMutation({
    mutationFn: (given: { readonly state: 'draft' | 'submitted'; readonly typed: Typed; readonly revision: number }) =>
      client.record.correct({
        id: base.id,
        revision: given.revision,
        entry: entryOf(given.typed, register, given.state),
        note: note.trim(),
      }),
    onSuccess: async () => {
      tell('done', text.done.corrected)
      await queries.invalidateQueries()
      onClose()
    },
    onError: async (error) => {
      if (failureOf(error).code !== 'CONFLICT') return
      const history = await client.record.history({ id: base.id })
      const latest = history.revisions.at(-1)
      if (latest !== undefined) setTheirs({ revision: latest, names: history.names })
    },
  })
  const failure = save.error === null ? null : failureOf(save.error)
  const send = (state: 'draft' | 'submitted'): void => {
    const isMissing = !isDraft && note.trim() === ''
    setIsNoteMissing(isMissing)
    if (!isMissing) save.mutate({ state, typed, revision: base.revision })
  }
  const giveUp = async (): Promise<void> => {
    await queries.invalidateQueries()
    onClose()
  }
  if (theirs !== null)
    return (
      <Conflict
        theirs={theirs.revision}
        theirNames={theirs.names}
        mine={typed}
        register={register}
        isSaving={save.isPending}
        onGiveUp={() => void giveUp()}
        onSave={(chosen) => {
          setTyped(chosen)
          setBase(theirs.revision)
          setTheirs(null)
          save.mutate({
            state: theirs.revision.state === 'draft' && save.variables?.state === 'draft' ? 'draft' : 'submitted',
            typed: chosen,
            revision: theirs.revision.revision,
          })
        }}
      />
    )
  return (
    <section className="sheet">
      <RecordForm
        register={register}
        typed={typed}
        onType={setTyped}
        today={todayInChina()}
        faults={faultsOf(failure)}
        isSaving={save.isPending}
        mayBeDraft={isDraft}
        onSend={send}
      >
        {isDraft ? null : (
          <FieldRow label={text.note} hint={text.noteHint} isRequired wrong={isNoteMissing ? text.noteHint : undefined}>
            {({ id, describedBy, isWrong }) => (
              <input
                id={id}
                className="input"
                maxLength={500}
                aria-describedby={describedBy}
                aria-invalid={isWrong}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </FieldRow>
        )}
        {failure === null || failure.code === 'INVALID' || failure.code === 'CONFLICT' ? null : (
          <p className="notice error" role="alert">
            {text.notSent}
            {failureText(failure)}
          </p>
        )}
        <button type="button" className="button quiet small" onClick={onClose}>
          {text.cancel}
        </button>
      </RecordForm>
    </section>
  )
}

const china = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

function todayInChina(): string {
  return china.format(new Date())
}
