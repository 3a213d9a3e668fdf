import { Link } from '@tanstack/react-router'
import { isBusinessPost } from '#core/access/post.ts'
import { AddressPart } from '#web/_components/digest/address-part.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { useSession } from '#web/_lib/session.ts'
import { usePostText } from '#web/_words/post/words.ts'
import { FactorPart } from './factor-part.tsx'
import { IdentityPart } from './identity-part.tsx'
import { SessionsPart } from './sessions-part.tsx'
import { useText } from './use-text.ts'
import './own-account.css'

/** 我的账号: password, second factor and sessions of whoever is signed in. */
export function OwnAccount() {
  const text = useText()
  const words = usePostText()
  const { data: session } = useSession()
  if (session === undefined) return null
  return (
    <div className="page narrow own-account">
      <PageTitle words={text.title} />
      <header>
        <h1>{session.name}</h1>
        <p className="quiet">{`${words.post[session.post]} · ${text.login} ${session.login} · ${session.jurisdiction}`}</p>
      </header>
      <section>
        <h2>{text.aboutMe}</h2>
        <p className="quiet">{text.aboutMeHint}</p>
        <p>
          <Link to="/about-me" className="button">
            {text.aboutMe}
          </Link>{' '}
          {isBusinessPost(session.post) ? (
            <Link to="/handover" className="button">
              {text.handover}
            </Link>
          ) : null}
        </p>
      </section>
      <section>
        <h2>{text.password}</h2>
        <p className="quiet">{session.via === 'directory' ? text.directoryHint : text.passwordHint}</p>
        {session.via === 'directory' ? null : (
          <Link to="/password" className="button">
            {text.changePassword}
          </Link>
        )}
      </section>
      <section>
        <h2>{text.factors}</h2>
        <p className="quiet">{text.factorsHint}</p>
        <FactorPart />
      </section>
      <IdentityPart />
      <AddressPart />
      <section>
        <h2>{text.sessions}</h2>
        <p className="quiet">{text.sessionsHint}</p>
        <SessionsPart />
      </section>
    </div>
  )
}
