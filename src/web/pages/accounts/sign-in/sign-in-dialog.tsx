import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { can, type Standing } from '#core/access/policy.ts'
import { Dialog } from '#web/_components/dialog.tsx'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Field } from '#web/_components/field.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useText } from '#web/_lib/language.ts'
import { tell } from '#web/_lib/toast.ts'
import { useSubmit } from '#web/_lib/use-submit.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

interface SignInDialogProps {
  readonly account: { readonly id: string; readonly name: string }
  readonly viewer: Standing
  readonly onClose: () => void
}

/** 登录方式 of somebody else: clears lost second factors, links who they are elsewhere. */
export function SignInDialog({ account, viewer, onClose }: SignInDialogProps) {
  const text = useText<Text>({ zh, en })
  const wordsOf = useFailureText()
  const { id, name } = account
  const identities = useQuery({ queryKey: ['accounts', id, 'identities'], queryFn: () => client.federated.ofAccount({ id }) })
  const ways = useQuery({ queryKey: ['accounts', 'ways'], queryFn: () => client.federated.ways() })
  const kinds = (['provider', 'directory'] as const).filter((kind) =>
    kind === 'provider' ? ways.data?.hasProvider === true : ways.data?.hasDirectory === true,
  )
  const [subjects, setSubjects] = useState<Readonly<Record<string, string>>>({})
  const clear = useSubmit(async () => {
    await client.secondFactor.clear({ id })
    tell('done', text.cleared)
  })
  const change = useSubmit(async () => {
    const asked = kinds.filter((kind) => (subjects[kind] ?? '').trim() !== '')
    for (const kind of asked) await client.federated.linkAccount({ id, kind, subject: subjects[kind] ?? '' })
    setSubjects({})
    await identities.refetch()
  })
  const unlink = async (kind: 'provider' | 'directory'): Promise<void> => {
    await client.federated.unlinkAccount({ id, kind })
    await identities.refetch()
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void change.send()
  }
  const failure = clear.failure ?? change.failure
  const manages = can(viewer, 'account:manage')
  return (
    <Dialog title={text.title(name)} onClose={onClose}>
      <form className="account-sign-in" onSubmit={submit}>
        <div className="body">
          {can(viewer, 'account:clear-factors') ? (
            <section>
              <strong>{text.factors}</strong>
              <p className="quiet">{text.factorsHint}</p>
              <button type="button" className="button small danger" disabled={clear.isPending} onClick={() => void clear.send()}>
                {text.clear}
              </button>
            </section>
          ) : null}
          <section>
            <strong>{text.elsewhere}</strong>
            <p className="quiet">{kinds.length === 0 ? text.noneSet : text.elsewhereHint}</p>
            <ul>
              {(identities.data?.items ?? []).map(({ kind, subject, linkedAt }) => (
                <li key={kind}>
                  {text.linked(text.kind[kind], subject, momentText(linkedAt))}{' '}
                  {manages ? <Unlink words={text.unlink} run={() => unlink(kind)} /> : null}
                </li>
              ))}
            </ul>
            {manages
              ? kinds.map((kind) => (
                  <Field
                    key={kind}
                    label={text.subject[kind]}
                    name={kind}
                    maxLength={255}
                    value={subjects[kind] ?? ''}
                    onChange={(event) => setSubjects({ ...subjects, [kind]: event.target.value })}
                  />
                ))
              : null}
          </section>
          <FailureNotice error={failure} words={wordsOf} />
        </div>
        <div className="foot">
          <button type="button" className="button" onClick={onClose}>
            {text.close}
          </button>
          {manages && kinds.length > 0 ? (
            <button
              type="submit"
              className="button primary"
              disabled={change.isPending || Object.values(subjects).every((subject) => subject.trim() === '')}
            >
              {text.link}
            </button>
          ) : null}
        </div>
      </form>
    </Dialog>
  )
}

function Unlink({ words, run }: { readonly words: string; readonly run: () => Promise<void> }) {
  const wordsOf = useFailureText()
  const { isPending, failure, send } = useSubmit(run)
  return (
    <>
      <button type="button" className="button small danger" disabled={isPending} onClick={() => void send()}>
        {words}
      </button>
      {failure === null ? null : <span role="alert">{wordsOf(failure)}</span>}
    </>
  )
}
