import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Gate } from '#web/_components/frame/gate.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { api } from '#web/_lib/api.ts'
import { type Failure, failureOf } from '#web/_lib/failure.ts'
import { forgetAll } from '#web/_lib/forget.ts'
import { useText } from '#web/_lib/language.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

const AFTER = 'after-return'

/** Where the provider of identities sends the browser back to: hands what it brings to the server, and goes on. */
export function SignInReturn() {
  const text = useText({ zh, en })
  const wordsOf = useFailureText()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<Failure | null>(null)
  const isSent = useRef(false)
  useEffect(() => {
    // what it brings counts once
    if (isSent.current) return
    isSent.current = true
    const finish = async (): Promise<void> => {
      const query = location.search.slice(1)
      history.replaceState(null, '', location.pathname)
      const { purpose, step } = await (await api()).federated.finish({ query })
      const next = sessionStorage.getItem(AFTER) ?? '/'
      sessionStorage.removeItem(AFTER)
      await forgetAll()
      if (purpose === 'link') tell('done', text.linked)
      if (step === 'give-factor') await navigate({ to: '/sign-in', search: { next, factor: true } })
      else await navigate({ href: /^\/(?![/\\])/.test(next) ? next : '/' })
    }
    finish().catch((error: unknown) => setFailure(failureOf(error)))
  }, [navigate, text.linked])
  return (
    <Gate title={text.returnTitle}>
      {failure === null ? (
        <p aria-busy="true">{text.returning}</p>
      ) : (
        <>
          <p className="notice error" role="alert">
            <Icon name="warning" />
            {failure.code === 'UNAUTHENTICATED' ? text.returnFailed : wordsOf(failure)}
          </p>
          <Link to="/sign-in" search={{}} className="button">
            {text.toSignIn}
          </Link>
        </>
      )}
    </Gate>
  )
}
