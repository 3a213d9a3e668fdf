import { useQuery } from '@tanstack/react-query'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { Group } from './group.tsx'
import { RemindGroup } from './remind-group.tsx'
import { useQueueText } from './use-text.ts'
import './queue.css'

/** 今日待办: everything that waits for the office, by kind. */
export function Queue() {
  const text = useQueueText()
  const failureText = useFailureText()
  const { data, error } = useQuery({ queryKey: ['queue'], queryFn: () => client.queue.get() })
  return (
    <div className="page queue-page">
      <PageHead title={text.title} intro={text.intro} />
      {error === null ? null : <p className="notice error">{failureText(error)}</p>}
      {data === undefined ? (
        error === null ? (
          <p className="quiet">{text.loading}</p>
        ) : null
      ) : (
        <>
          <nav aria-label={text.title} className="kinds">
            {data.groups.map(({ kind, total }) => (
              <a key={kind} href={`#${kind}`} className="kind">
                <b>{total}</b>
                {text.kinds[kind]}
              </a>
            ))}
          </nav>
          {data.groups.length === 0 ? <p>{text.nothing}</p> : null}
          {data.groups.map((group) =>
            group.kind === 'remind' ? <RemindGroup key="remind" group={group} /> : <Group key={group.kind} group={group} />,
          )}
        </>
      )}
    </div>
  )
}
