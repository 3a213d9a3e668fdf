import { lazy, type SubmitEvent, Suspense, useState } from 'react'
import { Field } from '#web/_components/field.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { api } from '#web/_lib/api.ts'
import { useText } from '#web/_lib/language.ts'
import { useSubmit } from '#web/_lib/use-submit.ts'
import { useErrorText } from '#web/_words/failure/words.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

const KeyFactor = lazy(async () => ({ default: (await import('./key-factor.tsx')).KeyFactor }))

interface FactorFormProps {
  readonly onGiven: () => Promise<void>
  /** Begin anew, with another password. */
  readonly onBack: () => void
}

/** The second step of signing in: a code of the app or of the printed list, or a key file. */
export function FactorForm({ onGiven, onBack }: FactorFormProps) {
  const text = useText({ zh, en })
  const wordsOf = useErrorText()
  const [code, setCode] = useState('')
  const [isByKey, setIsByKey] = useState(false)
  const { isPending, failure, send } = useSubmit(async () => {
    setCode('')
    await (await api()).session.giveFactor({ code })
    await onGiven()
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void send()
  }
  const isWrong = failure?.code === 'UNAUTHENTICATED' || failure?.code === 'INVALID'
  if (isByKey)
    return (
      <Suspense fallback={<p aria-busy="true">{text.busy}</p>}>
        <KeyFactor onGiven={onGiven} />
        <button type="button" className="button" onClick={() => setIsByKey(false)}>
          {text.byCode}
        </button>
      </Suspense>
    )
  return (
    <form onSubmit={submit}>
      <p>{text.factorIntro}</p>
      <Field
        label={text.code}
        hint={text.codeHint}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {failure === null ? null : (
        <p className="notice error" role="alert">
          <Icon name="warning" />
          {isWrong ? text.wrongCode : failure.code === 'TOO_MANY_REQUESTS' ? text.tooMany : wordsOf(failure)}
        </p>
      )}
      <button type="submit" className="button primary" disabled={isPending || code.trim() === ''}>
        {isPending ? text.busy : text.submitCode}
      </button>
      <button type="button" className="button" onClick={() => setIsByKey(true)}>
        {text.byKey}
      </button>
      <button type="button" className="button" onClick={onBack}>
        {text.back}
      </button>
      <p className="field">
        <span className="hint">{text.lost}</span>
      </p>
    </form>
  )
}
