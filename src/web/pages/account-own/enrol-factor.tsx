import { QueryClientProvider } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ConfirmIdentity } from '#web/_components/confirm-identity/confirm-identity.tsx'
import { Gate } from '#web/_components/frame/gate.tsx'
import { Toasts } from '#web/_components/frame/toasts.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { useSession } from '#web/_lib/session.ts'
import { FactorPart } from './factor-part.tsx'
import { useText } from './use-text.ts'
import './own-account.css'

/** 登记第二重验证: what stands between a sign-in and the work, where the post needs one. */
export function EnrolFactor() {
  return (
    <QueryClientProvider client={queries}>
      <Enrolment />
      <Toasts />
      <ConfirmIdentity />
    </QueryClientProvider>
  )
}

function Enrolment() {
  const text = useText()
  const navigate = useNavigate()
  const session = useSession()
  const step = session.data?.step
  useEffect(() => {
    if (session.isError) void navigate({ to: '/sign-in', search: {} })
    if (step === 'give-factor') void navigate({ to: '/sign-in', search: { factor: true } })
  }, [session.isError, step, navigate])
  const leave = async (): Promise<void> => {
    await client.session.signOut()
    queries.clear()
    await navigate({ to: '/sign-in', search: {} })
  }
  return (
    <Gate title={text.enrolPage}>
      <p className="intro">{text.enrolIntro}</p>
      {session.data === undefined ? null : <FactorPart />}
      <p className="enrol-foot">
        <button type="button" className="button" onClick={() => void leave()}>
          {text.signOut}
        </button>
        <button type="button" className="button primary" disabled={step !== null} onClick={() => void navigate({ to: '/' })}>
          {text.goOn}
        </button>
      </p>
    </Gate>
  )
}
