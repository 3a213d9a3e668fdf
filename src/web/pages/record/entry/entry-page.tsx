import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Register } from '#core/register/register.ts'
import { EvidenceBox } from '#web/_components/evidence/evidence-box.tsx'
import { useEvidence } from '#web/_components/evidence/use-evidence.ts'
import { entryOf, type Typed } from '#web/_components/record-form/model/typed.ts'
import { RecordForm } from '#web/_components/record-form/record-form.tsx'
import { faultsOf } from '#web/_components/record-form/model/faults.ts'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { dropKept, keep, readKept } from '#web/_lib/kept.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { queries } from '#web/_lib/query.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { newId } from '../model/new-id.ts'
import { prefill, type Start, typedFrom } from '../model/prefill.ts'
import { titleOf } from '../model/words.ts'
import { useRecordText } from '../use-text.ts'
import { Saved } from './saved.tsx'
import { TaskBox } from './task-box.tsx'

interface EntryPageProps {
  readonly register: Register
  readonly registers: ReadonlyMap<string, Register>
  readonly start: Start
  readonly account: string
  readonly on: string
  readonly subject: string | null
  /** Another register; null where only this one counts. */
  readonly onAnother: (() => void) | null
  readonly onAgain: () => void
}

/** The form for a new record, and after saving what it counts for. What is typed is kept in this tab until it is saved. */
export function EntryPage({ register, registers, start, account, on, subject, onAnother, onAgain }: EntryPageProps) {
  const text = useRecordText()
  const language = useLanguage()
  const failureText = useFailureText()
  const evidence = useEvidence()
  const draftName = `record ${register.id} ${start.commitment?.id ?? ''} ${subject ?? ''}`
  const [kept] = useState(() => typedFrom(readKept(account, draftName)))
  const [typed, setTyped] = useState<Typed>(() => kept ?? prefill(start, on, subject, register))
  const [isKeptShown, setIsKeptShown] = useState(kept !== null)
  const [isTyping, setIsTyping] = useState(false)
  // the same for every try: what arrived although its answer was lost is not entered twice
  const [id] = useState(newId)
  const send = useMutation({
    mutationFn: (state: 'draft' | 'submitted') =>
      client.record.enter({ register: register.id, id, ...entryOf(typed, register, state), evidence: [...evidence.ids] }),
    onSuccess: () => {
      dropKept(account, draftName)
      evidence.clear()
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'record-start' && queryKey[0] !== 'session' })
    },
  })
  useEffect(() => {
    if (isTyping && !send.isSuccess) keep(account, draftName, typed)
  }, [account, draftName, typed, isTyping, send.isSuccess])
  const failure = send.error === null ? null : failureOf(send.error)
  if (send.data !== undefined)
    return (
      <Saved
        written={send.data}
        register={register}
        registers={registers}
        names={typed.names}
        commitment={start.commitment}
        onAgain={onAgain}
      />
    )
  return (
    <>
      <header className="record-head">
        <h1>
          {text.newTitle} · {titleOf(register, language)}
        </h1>
        {onAnother === null ? null : (
          <button type="button" className="button quiet small" onClick={onAnother}>
            {text.another}
          </button>
        )}
      </header>
      {start.commitment === null ? null : (
        <TaskBox
          start={start}
          commitment={start.commitment}
          chosen={typed.subjects}
          org={typed.org}
          onChoose={(owed) => {
            setIsTyping(true)
            setTyped((known) => ({
              ...known,
              org: owed.org ?? known.org,
              subjects: owed.subjects,
              names: { ...known.names, ...start.names },
            }))
          }}
        />
      )}
      {isKeptShown ? (
        <p className="notice">
          {text.restored}
          <button
            type="button"
            className="button quiet small"
            onClick={() => {
              dropKept(account, draftName)
              setTyped(prefill(start, on, subject, register))
              setIsTyping(false)
              setIsKeptShown(false)
            }}
          >
            {text.clear}
          </button>
        </p>
      ) : null}
      <div className="sheet">
        {register.isRetired ? <p className="notice warning">{text.retired}</p> : null}
        {register.isRetired || start.fillable.includes(register.id) ? null : <p className="notice warning">{text.notYours}</p>}
        <RecordForm
          register={register}
          typed={typed}
          onType={(change) => {
            setIsTyping(true)
            setTyped(change)
          }}
          today={start.today}
          faults={faultsOf(failure)}
          isSaving={send.isPending || evidence.isBusy}
          mayBeDraft
          onSend={(state) => send.mutate(state)}
        >
          <div className="field">
            <span className="label">{text.evidence}</span>
            <EvidenceBox evidence={evidence} />
            {evidence.isBusy ? <span className="hint">{text.evidenceBusy}</span> : null}
          </div>
          {failure === null || failure.code === 'INVALID' ? null : (
            <p className="notice error" role="alert">
              {text.notSent}
              {failureText(failure)}
              {text.keptHere}
            </p>
          )}
        </RecordForm>
      </div>
    </>
  )
}
