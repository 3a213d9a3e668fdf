import { useState } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { QueueGroup } from '#core/queue/queue.ts'
import { client } from '#web/_lib/client.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { Group } from './group.tsx'
import { useQueueText } from './use-text.ts'

/** What is late, to be reminded of together. */
export function RemindGroup({ group }: { readonly group: QueueGroup }) {
  const text = useQueueText()
  const failureText = useFailureText()
  const ids = group.items.flatMap(({ commitment }) => (commitment === null ? [] : [commitment]))
  const [chosen, setChosen] = useState<ReadonlySet<CommitmentId>>(new Set())
  const asked = ids.filter((id) => chosen.has(id))
  const send = useAct(
    ['queue'],
    () => client.reminder.send({ commitments: asked, note: '' }),
    () => setChosen(new Set()),
  )
  const isAll = asked.length === ids.length
  const turn = (id: CommitmentId): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <Group
      group={group}
      acts={
        <div className="acts">
          <label>
            <input type="checkbox" checked={isAll} onChange={() => setChosen(isAll ? new Set() : new Set(ids))} /> {text.chooseAll}
          </label>
          <button type="button" className="button small" disabled={asked.length === 0 || send.isPending} onClick={() => send.mutate()}>
            {text.remind(asked.length)}
          </button>
          {send.isError ? (
            <span className="notice error" role="alert">
              {failureText(send.error)}
            </span>
          ) : null}
          {send.data === undefined ? null : <span role="status">{text.reminded(send.data.reminded, send.data.left.length)}</span>}
        </div>
      }
      choice={{ chosen, onTurn: turn }}
    />
  )
}
