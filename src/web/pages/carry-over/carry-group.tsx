import { Link } from '@tanstack/react-router'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { LightMark } from '#web/_components/light/light-mark.tsx'
import type { client } from '#web/_lib/client.ts'
import { useCarryText } from './use-text.ts'

export type CarryView = Awaited<ReturnType<typeof client.plan.carryList>>

interface CarryGroupProps {
  readonly kind: CarryView['items'][number]['kind']
  readonly items: CarryView['items']
  /** The plan to carry into. */
  readonly target: string
  /** What was taken out of the choice. */
  readonly left: ReadonlySet<CommitmentId>
  readonly onChoose: (ids: readonly CommitmentId[], isChosen: boolean) => void
}

/** One kind of what is left, each with its light, what is owed and since when. */
export function CarryGroup({ kind, items, target, left, onChoose }: CarryGroupProps) {
  const text = useCarryText()
  if (items.length === 0) return null
  const open = items.filter(({ carried }) => carried?.into !== target).map(({ id }) => id)
  return (
    <section className="carry-group" aria-labelledby={`carry-${kind}`}>
      <header>
        <h2 id={`carry-${kind}`}>
          {text.groups[kind]} {items.length}
        </h2>
        <span className="quiet">{text.groupNotes[kind]}</span>
        <label className="tick">
          <input
            type="checkbox"
            checked={open.length > 0 && open.every((id) => !left.has(id))}
            disabled={open.length === 0}
            onChange={(event) => onChoose(open, event.target.checked)}
          />
          {text.chooseAll}
        </label>
      </header>
      <ul>
        {items.map(({ id, ref, sentence, dueOn, light, owed, unit, carried }) => {
          const isCarried = carried?.into === target
          return (
            <li key={id}>
              <input
                type="checkbox"
                aria-label={ref}
                checked={isCarried || !left.has(id)}
                disabled={isCarried}
                onChange={(event) => onChoose([id], event.target.checked)}
              />
              <Link to="/commitments/$id" params={{ id }} search={{}} lang="zh-CN" className="said">
                <span className="ref">{ref}</span> {sentence}
              </Link>
              <span className="facts">
                {light === null ? <span className="quiet">{text.undetermined}</span> : <LightMark light={light} />}
                {owed === null || owed === '0' ? null : <span>{text.owed(owed, unit)}</span>}
                {dueOn === null ? null : <span>{text.due(carried?.dueOn ?? dueOn)}</span>}
                {carried === null ? null : <span className="tag">{text.carried(carried.title)}</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
