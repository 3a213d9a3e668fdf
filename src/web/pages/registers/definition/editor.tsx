import { type FormEvent, useState } from 'react'
import { askedFields, MOST_FIELDS } from '#core/register/asked-fields.ts'
import { checkRegisterChange, type RegisterUse } from '#core/register/check-change.ts'
import type { Register } from '#core/register/register.ts'
import { type Failure, failureOf } from '#web/_lib/failure.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { RegistersView } from '../use-registers.ts'
import { BasicsPart } from './parts/basics-part.tsx'
import { FieldsPart } from './parts/fields-part.tsx'
import { FilingPart } from './parts/filing-part.tsx'
import { HintsPart } from './parts/hints-part.tsx'
import { WhoPart } from './parts/who-part.tsx'
import { type Draft, isFilled } from './model/draft.ts'
import type { Wrong } from './parts/part.ts'
import { useDefinitionText } from './use-text.ts'

interface EditorProps {
  /** What stands, and what hangs on it. */
  readonly before: { readonly register: Register | null; readonly use: RegisterUse }
  readonly start: Draft
  readonly view: RegistersView
  readonly send: (definition: Draft) => Promise<void>
  readonly onReload: () => void
  readonly onCancel: () => void
}

/** The editor of a definition. What cannot be kept is said at its place before it is sent. */
export function Editor({ before, start, view, send, onReload, onCancel }: EditorProps) {
  const text = useDefinitionText()
  const failureText = useFailureText()
  const [draft, setDraft] = useState(start)
  const [isTried, setIsTried] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const someId = before.register?.id ?? view.registers[0]?.id
  const faults =
    someId === undefined
      ? []
      : checkRegisterChange(before.register, { ...draft, id: someId }, before.use, {
          manifest: view.pack,
          registers: view.registers.map(({ id }) => id),
        })
  const wrong: Wrong = (field) => {
    const fault = faults.find((each) => each.field === field)
    if (fault !== undefined) return text.faults[fault.code]
    const code = failure?.fields.get(field)
    return code === undefined ? undefined : isFaultCode(text.faults, code) ? text.faults[code] : text.needed
  }
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setIsTried(true)
    if (faults.length > 0 || !isFilled(draft)) return
    setIsBusy(true)
    setFailure(null)
    try {
      await send(draft)
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setIsBusy(false)
    }
  }
  const asked = askedFields(draft).length
  const part = { draft, setDraft, view, use: before.use, wrong, isTried }
  return (
    <form className="definition-form" onSubmit={(event) => void save(event)} noValidate>
      <BasicsPart {...part} />
      {asked > MOST_FIELDS ? <p className="notice warning">{text.tooMany(asked, MOST_FIELDS)}</p> : null}
      <FieldsPart {...part} />
      <FilingPart {...part} />
      <WhoPart {...part} />
      <HintsPart {...part} />
      <div className="foot">
        {failure === null ? null : (
          <p className="notice error" role="alert">
            {failure.code === 'CONFLICT' ? text.conflict : failure.code === 'INVALID' ? text.wrong : failureText(failure)}
            {failure.code === 'CONFLICT' ? (
              <button type="button" className="button small" onClick={onReload}>
                {text.reload}
              </button>
            ) : null}
          </p>
        )}
        {isTried && (faults.length > 0 || !isFilled(draft)) ? (
          <p className="notice error" role="alert">
            {text.wrong}
          </p>
        ) : null}
        <button type="button" className="button" onClick={onCancel}>
          {text.cancel}
        </button>
        <button type="submit" className="button primary" disabled={isBusy}>
          {isBusy ? text.saving : text.save}
        </button>
      </div>
    </form>
  )
}

function isFaultCode<Key extends string>(words: Readonly<Record<Key, string>>, code: string): code is Key {
  return Object.hasOwn(words, code)
}
