import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useEffect, useState } from 'react'
import { passwordFaults } from '#core/authn/password.ts'
import type { PasswordProfile } from '#core/authn/password-profile.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Field } from '#web/_components/field.tsx'
import { Gate } from '#web/_components/frame/gate.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { PasswordRules } from '#web/_components/password-rules/password-rules.tsx'
import { api } from '#web/_lib/api.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { forgetAll } from '#web/_lib/forget.ts'
import { useText } from '#web/_lib/language.ts'
import { useSubmit } from '#web/_lib/use-submit.ts'
import { useErrorText } from '#web/_words/failure/words.ts'
import { PackField, type PackOffer } from './pack-field.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

const empty = { jurisdiction: '', name: '', login: '', password: '', again: '' }

/** 首次设置: opened by the printed link, whose token stands after #. */
export function Setup() {
  const text = useText({ zh, en })
  const wordsOf = useErrorText()
  const navigate = useNavigate()
  const token = useLocation({ select: ({ hash }) => hash })
  const [values, setValues] = useState(empty)
  const [isOver, setIsOver] = useState(false)
  const [profile, setProfile] = useState<PasswordProfile>('dengbao')
  const [packs, setPacks] = useState<readonly PackOffer[]>([])
  const [pack, setPack] = useState('')
  useEffect(() => {
    void api()
      .then(({ setup }) => setup.state())
      .then((state) => {
        setProfile(state.passwordProfile)
        setPacks(state.packs)
        setPack(state.packs[0]?.id ?? '')
      })
      .catch((error: unknown) => setIsOver(failureOf(error).code === 'NOT_FOUND'))
  }, [])
  const { isPending, failure, send } = useSubmit(async () => {
    const { jurisdiction, name, login, password } = values
    await (await api()).setup.complete({ token, jurisdiction, name, login, password, ...(pack === '' ? {} : { pack }) })
    await forgetAll()
    await navigate({ to: '/' })
  })
  const field = (name: keyof typeof empty) => ({
    name,
    required: true,
    value: values[name],
    onChange: (event: { readonly target: { readonly value: string } }) => setValues({ ...values, [name]: event.target.value }),
    wrong: failure?.fields.has(name) === true ? text.wrongField : undefined,
  })
  const isGone = token === '' || isOver || failure?.code === 'NOT_FOUND'
  const differs = values.again !== '' && values.again !== values.password
  const isReady =
    Object.values(values).every((value) => value.trim() !== '') &&
    !differs &&
    passwordFaults(values.password, values.login, { profile }).length === 0
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isReady) void send()
  }
  if (isGone) {
    return (
      <Gate title={text.title}>
        <p className="notice warning" role="alert">
          <Icon name="warning" />
          {text.gone}
        </p>
        <p className="intro after">{text.goneHelp}</p>
        <Link to="/sign-in" search={{}} className="button">
          {text.toSignIn}
        </Link>
      </Gate>
    )
  }
  return (
    <Gate title={text.title}>
      <p className="intro">{text.intro}</p>
      <form onSubmit={submit}>
        <Field
          label={text.jurisdiction}
          placeholder={text.jurisdictionHint}
          autoFocus
          autoComplete="organization"
          maxLength={100}
          {...field('jurisdiction')}
        />
        <PackField packs={packs} chosen={pack} onChoose={setPack} />
        <div className="two">
          <Field label={text.name} autoComplete="name" maxLength={50} {...field('name')} />
          <Field label={text.login} placeholder={text.loginHint} autoComplete="username" minLength={2} maxLength={64} {...field('login')} />
        </div>
        <Field label={text.password} type="password" autoComplete="new-password" {...field('password')} />
        <PasswordRules password={values.password} login={values.login} profile={profile} />
        <Field
          label={text.again}
          type="password"
          autoComplete="new-password"
          {...field('again')}
          wrong={differs ? text.different : undefined}
        />
        <FailureNotice error={failure} words={wordsOf} />
        <button type="submit" className="button primary" disabled={!isReady || isPending}>
          {isPending ? text.busy : text.submit}
        </button>
      </form>
    </Gate>
  )
}
