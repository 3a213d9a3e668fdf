import { useNavigate, useSearch } from '@tanstack/react-router'
import { type SubmitEvent, useEffect, useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Field } from '#web/_components/field.tsx'
import { Gate } from '#web/_components/frame/gate.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { api } from '#web/_lib/api.ts'
import { forgetAll } from '#web/_lib/forget.ts'
import { useText } from '#web/_lib/language.ts'
import { useSubmit } from '#web/_lib/use-submit.ts'
import { useErrorText } from '#web/_words/failure/words.ts'
import { FactorForm } from './factor-form.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** 登录 */
export function SignIn() {
  const text = useText({ zh, en })
  const wordsOf = useErrorText()
  const navigate = useNavigate()
  const { next, factor } = useSearch({ from: '/sign-in' })
  const [isHalf, setIsHalf] = useState(factor === true)
  const hasProvider = useHasProvider()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const goOn = () => navigate({ href: next ?? '/' })
  const { isPending, failure, send } = useSubmit(async () => {
    const { session } = await api()
    setPassword('')
    const signedIn = await session.signIn({ login, password })
    await forgetAll()
    if (signedIn.step === 'give-factor') setIsHalf(true)
    else await goOn()
  })
  const elsewhere = useSubmit(async () => {
    const { url } = await (await api()).federated.start()
    sessionStorage.setItem('after-return', next ?? '/')
    location.assign(url)
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void send()
  }
  const wrong = failure?.code === 'UNAUTHENTICATED' || failure?.code === 'INVALID'
  if (isHalf) {
    return (
      <Gate title={text.factorTitle}>
        <FactorForm
          onGiven={async () => {
            await forgetAll()
            await goOn()
          }}
          onBack={() => setIsHalf(false)}
        />
      </Gate>
    )
  }
  return (
    <Gate title={text.title}>
      <form onSubmit={submit}>
        <Field
          label={text.login}
          name="login"
          autoComplete="username"
          autoFocus
          required
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
        <Field
          label={text.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {failure === null ? null : (
          <p className="notice error" role="alert">
            <Icon name="warning" />
            {wrong ? text.wrong : failure.code === 'TOO_MANY_REQUESTS' ? text.tooMany : wordsOf(failure)}
          </p>
        )}
        <button type="submit" className="button primary" disabled={isPending || login === '' || password === ''}>
          {isPending ? text.busy : text.submit}
        </button>
        {hasProvider ? (
          <button type="button" className="button" disabled={elsewhere.isPending} onClick={() => void elsewhere.send()}>
            {elsewhere.isPending ? text.elsewhereBusy : text.elsewhere}
          </button>
        ) : null}
        <FailureNotice error={elsewhere.failure} words={wordsOf} />
        <p className="field">
          <span className="hint">{text.setUp}</span>
        </p>
      </form>
    </Gate>
  )
}

/** Whether people may sign in through a provider of identities. Asked without the typed client: the first page loads light. */
function useHasProvider(): boolean {
  const [hasProvider, setHasProvider] = useState(false)
  useEffect(() => {
    const ask = async (): Promise<boolean> => {
      const ways: unknown = await (await fetch('/api/federated')).json()
      return typeof ways === 'object' && ways !== null && 'hasProvider' in ways && ways.hasProvider === true
    }
    // where it cannot be asked there is the password
    ask().then(setHasProvider, () => undefined)
  }, [])
  return hasProvider
}
