import { QueryClientProvider, useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useEffect, useState } from 'react'
import { passwordFaults } from '#core/authn/password.ts'
import { Field } from '#web/_components/field.tsx'
import { Gate } from '#web/_components/frame/gate.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { PasswordRules } from '#web/_components/password-rules/password-rules.tsx'
import { api } from '#web/_lib/api.ts'
import { type Failure, failureOf } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { queries } from '#web/_lib/query.ts'
import { sessionKey, useSession } from '#web/_lib/session.ts'
import { tell } from '#web/_lib/toast.ts'
import { useErrorText } from '#web/_words/failure/words.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** 修改密码: at will, or because it has expired. */
export function Password() {
  return (
    <QueryClientProvider client={queries}>
      <PasswordForm />
    </QueryClientProvider>
  )
}

function PasswordForm() {
  const text = useText({ zh, en })
  const wordsOf = useErrorText()
  const navigate = useNavigate()
  const session = useSession()
  useEffect(() => {
    if (session.isError) void navigate({ to: '/sign-in', search: { next: '/password' } })
  }, [session.isError, navigate])
  const login = session.data?.login ?? ''
  const profile = session.data?.passwordProfile ?? 'dengbao'
  const [values, setValues] = useState({ current: '', next: '', again: '' })
  const change = useMutation({
    mutationFn: async () => (await api()).session.changePassword({ current: values.current, next: values.next }),
    onSuccess: async (signedIn) => {
      queries.setQueryData(sessionKey, signedIn)
      tell('done', text.done)
      await navigate({ to: '/' })
    },
  })
  const field = (name: keyof typeof values) => ({
    name,
    type: 'password',
    required: true,
    value: values[name],
    onChange: (event: { readonly target: { readonly value: string } }) => setValues({ ...values, [name]: event.target.value }),
  })
  const differs = values.again !== '' && values.again !== values.next
  const isReady = values.current !== '' && values.again === values.next && passwordFaults(values.next, login, { profile }).length === 0
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isReady) change.mutate()
  }
  return (
    <Gate title={text.title}>
      {session.data?.mustChangePassword === true ? <p className="intro">{text.due}</p> : null}
      <form onSubmit={submit}>
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <Field label={text.current} autoComplete="current-password" autoFocus {...field('current')} />
        <Field label={text.next} autoComplete="new-password" {...field('next')} />
        <PasswordRules password={values.next} login={login} profile={profile} />
        <Field label={text.again} autoComplete="new-password" {...field('again')} wrong={differs ? text.different : undefined} />
        {change.error === null ? null : (
          <p className="notice error" role="alert">
            <Icon name="warning" />
            {wrongWords(failureOf(change.error), text) ?? wordsOf(change.error)}
          </p>
        )}
        <button type="submit" className="button primary" disabled={!isReady || change.isPending}>
          {change.isPending ? text.busy : text.submit}
        </button>
        {session.data?.mustChangePassword === true ? null : (
          <Link to="/" className="button">
            {text.back}
          </Link>
        )}
      </form>
    </Gate>
  )
}

function wrongWords({ code, fields }: Failure, text: Text): string | null {
  if (code === 'UNAUTHENTICATED') return text.wrong
  const fault = fields.get('next')
  if (fault === 'too-common') return text.common
  return fault === undefined ? null : fault === 'reused' ? text.reused : text.weak
}
