import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { QueueGroup, QueueItem } from '#core/queue/queue.ts'
import { PathLink } from '#web/_components/path-link.tsx'
import { useQueueText } from './use-text.ts'

interface GroupProps {
  readonly group: QueueGroup
  /** What can be done with several at once. */
  readonly acts?: ReactNode
  /** Which are chosen, where several can be dealt with at once. */
  readonly choice?: { readonly chosen: ReadonlySet<CommitmentId>; readonly onTurn: (id: CommitmentId) => void }
}

/** Everything of one kind. Long kinds are folded. */
export function Group({ group: { kind, total, items }, acts, choice }: GroupProps) {
  const text = useQueueText()
  return (
    <details id={kind} className="waiting" open={items.length <= 20}>
      <summary>
        <h2>{text.kinds[kind]}</h2> <b>{total}</b>
        {total > items.length && kind !== 'question' ? <span className="quiet"> {text.more(items.length, total)}</span> : null}
      </summary>
      {acts}
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            {choice === undefined || item.commitment === null ? null : <Chosen item={item} commitment={item.commitment} {...choice} />}
            {item.commitment === null ? (
              kind === 'question' ? (
                <span className="ref">{text.questions(item.ref)}</span>
              ) : null
            ) : (
              <Link to="/commitments/$id" params={{ id: item.commitment }} className="ref">
                {item.ref}
              </Link>
            )}
            <span className="words" lang="zh-CN">
              {item.words}
            </span>
            <span className="quiet" lang="zh-CN">
              {[item.units, item.on ?? ''].filter((words) => words !== '').join(' · ')}
            </span>
            <PathLink href={item.href} className="button small">
              {text.open}
            </PathLink>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface ChosenProps {
  readonly item: QueueItem
  readonly commitment: CommitmentId
  readonly chosen: ReadonlySet<CommitmentId>
  readonly onTurn: (id: CommitmentId) => void
}

function Chosen({ item, commitment, chosen, onTurn }: ChosenProps) {
  const text = useQueueText()
  return <input type="checkbox" aria-label={text.choose(item.ref)} checked={chosen.has(commitment)} onChange={() => onTurn(commitment)} />
}
