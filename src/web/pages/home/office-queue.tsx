import type { HomeView } from '#contract/home.ts'
import { PathLink } from '#web/_components/path-link.tsx'
import { DispatchTiles } from './dispatch-tiles.tsx'
import { Tile } from './tile.tsx'
import { useText } from './use-text.ts'

interface OfficeQueueProps {
  readonly home: HomeView
  readonly isPast: boolean
}

/** What waits for the office: each number leads to where it is worked off. */
export function OfficeQueue({ home: { queue, plans }, isPast }: OfficeQueueProps) {
  const text = useText()
  const [first] = plans
  if (queue === null || first === undefined) return null
  const asked = plans.find(({ openQuestions }) => openQuestions > 0) ?? first
  const unconfirmed = plans.find(({ confirmed, commitments }) => confirmed < commitments) ?? first
  const tiles = [
    { key: 'questions', href: `/plans/${asked.id}` },
    { key: 'drafts', href: `/plans/${unconfirmed.id}` },
    { key: 'undefined', href: `/plans/${first.id}/counting` },
    { key: 'records', href: '/registers' },
    { key: 'imports', href: '/' },
    { key: 'unused', href: '/accounts' },
  ] as const
  return (
    <section className="board" aria-labelledby="queue">
      <header>
        <h2 id="queue">{text.queueTitle}</h2>
        {isPast ? null : <PathLink href="/queue">{text.queueAll}</PathLink>}
      </header>
      <div className="queue">
        {tiles.map(({ key, href }) => (
          <Tile key={key} count={queue[key]} words={text.queue[key]} href={href} />
        ))}
        {isPast ? null : <DispatchTiles />}
      </div>
    </section>
  )
}
