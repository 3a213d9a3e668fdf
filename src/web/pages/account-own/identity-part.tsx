import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useSubmit } from '#web/_lib/use-submit.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useOwnIdentities, useWays } from './use-own.ts'
import { useText } from './use-text.ts'

/** 统一身份认证: whether one is linked, and how to be. Shown where a provider is set or a link stands. */
export function IdentityPart() {
  const text = useText()
  const wordsOf = useFailureText()
  const identities = useOwnIdentities().data ?? []
  const hasProvider = useWays().data?.hasProvider === true
  const link = useSubmit(async () => {
    const { url } = await client.federated.startOwn({ purpose: 'link' })
    sessionStorage.setItem('after-return', '/account')
    location.assign(url)
  })
  if (!hasProvider && identities.length === 0) return null
  const isLinked = identities.some(({ kind }) => kind === 'provider')
  return (
    <section>
      <h2>{text.elsewhere}</h2>
      <p className="quiet">{text.elsewhereHint}</p>
      <ul className="factors">
        {identities.map(({ kind, subject, linkedAt }) => (
          <li key={kind} className="on">
            <span className="state">
              <Icon name="check" />
              {kind === 'directory' ? text.directory(subject) : text.linkedSince(momentText(linkedAt))}
            </span>
          </li>
        ))}
      </ul>
      {hasProvider && !isLinked ? (
        <button type="button" className="button" disabled={link.isPending} onClick={() => void link.send()}>
          {text.link}
        </button>
      ) : null}
      <FailureNotice error={link.failure} words={wordsOf} />
    </section>
  )
}
