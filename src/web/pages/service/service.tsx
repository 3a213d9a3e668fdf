import { Link } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import type { AdminPost } from '#core/access/post.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { useText } from '#web/_lib/language.ts'
import { queries } from '#web/_lib/query.ts'
import { sessionKey, useSession } from '#web/_lib/session.ts'
import { usePostText } from '#web/_words/post/words.ts'
import { Passwords } from '#web/pages/accounts/passwords.tsx'
import { type InitialPassword, useAct, useCandidates } from '#web/pages/accounts/use-accounts.ts'
import { Appointee, type Appointed } from './appointee.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import './service.css'

const POSTS: readonly AdminPost[] = ['system_admin', 'security_admin', 'audit_admin']
const nobody: Appointed = { person: null, name: '', login: '' }

/** 转入正式运行: appoints the three administrators and shows their passwords once. */
export function Service() {
  const text = useText({ zh, en })
  const posts = usePostText()
  const session = useSession()
  const isOpen = session.data?.mode === 'trial' && session.data.post === 'office'
  const candidates = useCandidates(isOpen)
  const [appointed, setAppointed] = useState<Readonly<Record<AdminPost, Appointed>>>({
    system_admin: nobody,
    security_admin: nobody,
    audit_admin: nobody,
  })
  const [isUnderstood, setIsUnderstood] = useState(false)
  const [passwords, setPasswords] = useState<readonly InitialPassword[]>([])
  const enter = useAct(() => client.setup.enterService(appointed), { onDone: (made) => setPasswords(made.passwords) })
  const isReady =
    isUnderstood &&
    session.data?.hasFactor === true &&
    POSTS.every((post) => appointed[post].name.trim() !== '' && appointed[post].login.trim().length >= 2)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isReady) enter.mutate()
  }
  if (passwords.length > 0)
    return (
      <Passwords
        passwords={passwords.map((each, index) => ({ ...each, places: [posts.post[POSTS[index] ?? 'unassigned']] }))}
        onClose={() => {
          setPasswords([])
          void queries.invalidateQueries({ queryKey: sessionKey })
        }}
      />
    )
  const taken = POSTS.flatMap((post) => appointed[post].person ?? [])
  return (
    <div className="page narrow service">
      <PageTitle words={text.title} />
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <ul className="effects">
        {text.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      {isOpen && session.data?.hasFactor === false ? (
        <p className="notice warning">
          {text.factorFirst} <Link to="/account">{text.toFactor}</Link>
        </p>
      ) : null}
      {isOpen ? (
        <form onSubmit={submit} aria-label={text.appoint}>
          {POSTS.map((post) => (
            <Appointee
              key={post}
              title={posts.post[post]}
              hint={posts.postHint[post]}
              text={text}
              value={appointed[post]}
              candidates={(candidates.data ?? []).filter(({ person }) => person === appointed[post].person || !taken.includes(person))}
              onChange={(value) => setAppointed({ ...appointed, [post]: value })}
            />
          ))}
          <label className="understood">
            <input type="checkbox" checked={isUnderstood} onChange={(event) => setIsUnderstood(event.target.checked)} />
            {text.understood}
          </label>
          <button type="submit" className="button primary" disabled={!isReady || enter.isPending}>
            {enter.isPending ? text.busy : text.submit}
          </button>
        </form>
      ) : (
        <>
          <p className="notice">{session.data?.mode === 'service' ? text.already : text.notYours}</p>
          <Link to="/" className="button">
            {text.backHome}
          </Link>
        </>
      )}
    </div>
  )
}
