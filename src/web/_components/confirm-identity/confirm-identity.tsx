import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { Field } from '#web/_components/field.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { api } from '#web/_lib/api.ts'
import { askBy } from '#web/_lib/confirm.ts'
import { useText } from '#web/_lib/language.ts'
import { queries } from '#web/_lib/query.ts'
import { sessionKey, useSession } from '#web/_lib/session.ts'
import { useSubmit } from '#web/_lib/use-submit.ts'
import { useErrorText } from '#web/_words/failure/words.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** The one dialog that asks who it is before dangerous acts. It waits out of sight until a request needs it. */
export function ConfirmIdentity() {
  const [isOpen, setIsOpen] = useState(false)
  const settle = useRef<(isConfirmed: boolean) => void>(() => undefined)
  useEffect(
    () =>
      askBy(
        () =>
          new Promise((resolve) => {
            settle.current = resolve
            setIsOpen(true)
          }),
      ),
    [],
  )
  const end = (isConfirmed: boolean): void => {
    setIsOpen(false)
    settle.current(isConfirmed)
  }
  return isOpen ? <Ask onEnd={end} /> : null
}

function Ask({ onEnd }: { readonly onEnd: (isConfirmed: boolean) => void }) {
  const text = useText({ zh, en })
  const wordsOf = useErrorText()
  const { data: session } = useSession()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const needsCode = session?.hasFactor === true
  const { isPending, failure, send } = useSubmit(async () => {
    const signedIn = await (await api()).session.confirm({ password, ...(needsCode ? { code } : {}) })
    queries.setQueryData(sessionKey, signedIn)
    onEnd(true)
  })
  const elsewhere = useSubmit(async () => {
    const { url } = await (await api()).federated.startOwn({ purpose: 'confirm' })
    sessionStorage.setItem('after-return', location.pathname + location.search)
    location.assign(url)
  })
  const form = useRef<HTMLFormElement>(null)
  // an opening dialog takes the focus to its first button: the password comes first here
  useEffect(() => form.current?.querySelector<HTMLElement>('input[type=password]')?.focus(), [])
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void send()
  }
  const shown = failure ?? elsewhere.failure
  return (
    <Dialog title={text.title} onClose={() => onEnd(false)}>
      <form ref={form} onSubmit={submit}>
        <div className="body">
          <p className="quiet">{text.why}</p>
          <input type="text" name="username" autoComplete="username" value={session?.login ?? ''} readOnly hidden />
          <Field
            label={session?.via === 'directory' ? text.directoryPassword : text.password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          {needsCode ? (
            <Field
              label={text.code}
              hint={text.codeHint}
              name="code"
              autoComplete="one-time-code"
              required
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          ) : null}
          {shown === null ? null : (
            <p className="notice error" role="alert">
              <Icon name="warning" />
              {shown.code === 'UNAUTHENTICATED' ? text.wrong : wordsOf(shown)}
            </p>
          )}
        </div>
        <div className="foot">
          {session?.via === 'provider' ? (
            <button type="button" className="button" disabled={elsewhere.isPending} onClick={() => void elsewhere.send()}>
              {text.elsewhere}
            </button>
          ) : null}
          <button type="button" className="button" onClick={() => onEnd(false)}>
            {text.cancel}
          </button>
          <button type="submit" className="button primary" disabled={isPending || password === '' || (needsCode && code === '')}>
            {isPending ? text.busy : text.submit}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
