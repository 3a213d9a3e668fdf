import { QueryClientProvider, useMutation } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ConfirmIdentity } from '#web/_components/confirm-identity/confirm-identity.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { api } from '#web/_lib/api.ts'
import { dropAllKept } from '#web/_lib/kept.ts'
import { useText } from '#web/_lib/language.ts'
import { useLive } from '#web/_lib/live.ts'
import { queries, whenSignedOut } from '#web/_lib/query.ts'
import { useSession } from '#web/_lib/session.ts'
import { isBusinessPost } from '#core/access/post.ts'
import { can, type Permission } from '#core/access/policy.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import { Toasts } from './toasts.tsx'
import { TrialBanner } from './trial-banner.tsx'
import './frame.css'

/** The pages for people who are signed in, with what they have loaded. */
export function Frame() {
  return (
    <QueryClientProvider client={queries}>
      <Surroundings />
    </QueryClientProvider>
  )
}

/** Header, trial banner and messages around the page. */
function Surroundings() {
  const text = useText({ zh, en })
  const navigate = useNavigate()
  const session = useSession()
  const signOut = useMutation({ mutationFn: async () => (await api()).session.signOut(), onSettled: () => signedOut() })
  const signedOut = (): void => {
    dropAllKept()
    leave()
  }
  const leave = (): void => {
    // what is still asked while the page is left comes back refused: that is no second leaving
    if (location.pathname === '/sign-in') return
    queries.clear()
    void navigate({ to: '/sign-in', search: { next: location.pathname + location.search } })
  }
  useEffect(() => whenSignedOut(leave))
  const account = session.data?.accountId
  useEffect(() => {
    // what somebody else typed in this tab is not for who is signed in now
    if (account !== undefined) dropAllKept(account)
  }, [account])
  const step = session.data?.step ?? null
  useEffect(() => {
    if (step === 'change-password') void navigate({ to: '/password' })
    if (step === 'enrol-factor') void navigate({ to: '/second-factor' })
    if (step === 'give-factor') void navigate({ to: '/sign-in', search: { next: location.pathname + location.search, factor: true } })
  }, [step, navigate])
  useLive(session.data !== undefined && step === null)
  if (session.data === undefined || step !== null) return <div className="frame" aria-busy="true" />
  const standing = session.data
  const may = (permission: Permission): boolean => can(standing, permission)
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <header className="header">
        <Link to="/" className="wordmark">
          <strong>{text.name}</strong>
          <span>{text.subtitle}</span>
        </Link>
        <nav aria-label={text.nav}>
          <Link to="/" activeOptions={{ exact: true }}>
            {text.home}
          </Link>
          {isBusinessPost(session.data.post) ? (
            <>
              <Link to="/ledger" search={{}}>
                {text.ledger}
              </Link>
              <Link to="/dispatch" search={{}}>
                {text.dispatch}
              </Link>
              <Link to="/closures">{text.closures}</Link>
              <Link to="/registers">{text.registers}</Link>
              <Link to="/calendar" search={{}}>
                {text.calendar}
              </Link>
            </>
          ) : null}
          {may('organisation:read') ? (
            <Link to="/organisation" search={{}}>
              {text.organisation}
            </Link>
          ) : null}
          {may('reconciliation:read') ? <Link to="/reconciliations">{text.reconciliations}</Link> : null}
          {may('submission:read') ? (
            <Link to="/quarter-report" search={{}}>
              {text.quarter}
            </Link>
          ) : null}
          {may('draw:read') ? <Link to="/draws">{text.draws}</Link> : null}
          {may('account:read') ? <Link to="/accounts">{text.accounts}</Link> : null}
          {may('grant:read') && session.data.mode === 'service' ? <Link to="/grants">{text.grants}</Link> : null}
          {may('mark:read') && session.data.mode === 'service' ? <Link to="/marks">{text.marks}</Link> : null}
          {may('journal:read') ? <Link to="/journal">{text.journal}</Link> : null}
        </nav>
        <span className="jurisdiction">{session.data.jurisdiction}</span>
        <Link to="/account" className="plain who" title={text.account}>
          <Icon name="person" />
          <span className="name">{session.data.name}</span>
        </Link>
        <LanguageSwitch />
        <button type="button" className="plain" onClick={() => signOut.mutate()}>
          {text.signOut}
        </button>
      </header>
      {session.data.mode === 'trial' ? <TrialBanner mayEnd={may('setup:enter-service')} /> : null}
      {session.data.isActing ? (
        <p className="trial acting">
          <strong>{text.acting}</strong>
          {session.data.name} <Link to="/handover">{text.actingEnd}</Link>
        </p>
      ) : null}
      <main id="main" className="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Toasts />
      <ConfirmIdentity />
    </div>
  )
}
