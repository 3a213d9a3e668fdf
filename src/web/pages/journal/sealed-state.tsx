import { useQuery } from '@tanstack/react-query'
import { ConfirmedLink } from '#web/_components/confirm-identity/confirmed-link.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useJournalText } from './use-text.ts'

/** While something waits it is asked again: the sealer needs a moment. */
const AGAIN_MS = 2500

/** 封存情况: how far the journal is sealed, with what is worth keeping elsewhere, and what can be taken away. */
export function SealedState() {
  const text = useJournalText()
  const { data } = useQuery({
    queryKey: ['journal-state'],
    queryFn: () => client.journal.state(),
    refetchInterval: ({ state }) => ((state.data?.unsealed ?? 0) > 0 ? AGAIN_MS : false),
  })
  const head = data?.head ?? null
  return (
    <section className="sealed">
      <div className="line">
        <strong>{data === undefined ? text.loading : head === null ? text.notSealed : text.sealedTo(head.size)}</strong>
        {data === undefined ? null : data.unsealed === 0 ? (
          <span className="whole">
            <Icon name="check" />
            {text.sealedAll}
          </span>
        ) : (
          <span className="waiting">{text.waiting(data.unsealed)}</span>
        )}
        <span className="acts">
          <a className="button small" href="/api/journal/verifier" download title={text.verifierHint}>
            <Icon name="file" />
            {text.verifier}
          </a>
          <ConfirmedLink className="button small" href="/api/journal/export">
            <Icon name="download" />
            {text.export}
          </ConfirmedLink>
        </span>
      </div>
      {head === null ? null : (
        <dl>
          <dt>{text.at}</dt>
          <dd>{momentText(head.at)}</dd>
          <dt>{text.root}</dt>
          <dd>
            <code>{head.root}</code>
          </dd>
          <dt>{text.key}</dt>
          <dd>
            <code>{head.key}</code>
          </dd>
        </dl>
      )}
      <p className="quiet">{text.keep}</p>
    </section>
  )
}
