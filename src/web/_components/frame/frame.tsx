import { QueryClientProvider, useMutation } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ConfirmIdentity } from '#web/_components/confirm-identity/confirm-identity.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { api } from '#web/_lib/api.ts'
import { dropAllFiles } from '#web/_lib/kept-files.ts'
import { dropAllKept } from '#web/_lib/kept.ts'
import { useText } from '#web/_lib/language.ts'
import { useLive } from '#web/_lib/live.ts'
import { queries, whenSignedOut } from '#web/_lib/query.ts'
import { useSession } from '#web/_lib/session.ts'
import { can, type Permission } from '#core/access/policy.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { MainNav, RoomNav } from './main-nav.tsx'
import { roomsOf } from './rooms.ts'
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
    void dropAllFiles()
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
    if (account === undefined) return
    dropAllKept(account)
    void dropAllFiles(account)
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
  const rooms = roomsOf(may, standing.mode === 'trial')
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
        <MainNav rooms={rooms} />
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
      <RoomNav rooms={rooms} />
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
