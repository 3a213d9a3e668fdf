import type { HomeView } from '#contract/home.ts'
import { PathLink } from '#web/_components/path-link.tsx'
import { ImportPanel } from './import-panel.tsx'
import { DispatchTiles } from './dispatch-tiles.tsx'
import { ItemList } from './item-list.tsx'
import { Plans } from './plans.tsx'
import { UnitTable } from './unit-table.tsx'
import type { HomeProps } from './props.ts'
import { useText } from './use-text.ts'
import { Waiting } from './waiting.tsx'

/** 整改办首页: what waits, what is late by unit, the plans and their import. */
export function OfficeHome({ home, isPast }: HomeProps) {
  const text = useText()
  return (
    <>
      <h1 className="visually-hidden">{text.officeTitle}</h1>
      {home.plans.length === 0 ? null : <Queue home={home} />}
      {isPast ? null : <DispatchTiles />}
      {home.plans.length === 0 && !isPast ? <ImportPanel /> : <UnitTable home={home} />}
      {home.mine.length > 0 ? (
        <ItemList id="mine" title={text.mine} items={home.mine} asOf={home.asOf} mayEnter={!isPast} empty={text.mineNothing} />
      ) : null}
      <Waiting home={home} isPast={isPast} />
      {home.plans.length === 0 || isPast ? null : <ImportPanel />}
      <Plans plans={home.plans} />
    </>
  )
}

/** Today's queue: each number leads to where it is worked off. */
function Queue({ home: { queue, plans } }: { readonly home: HomeView }) {
  const text = useText()
  if (queue === null) return null
  const first = plans.find(({ openQuestions }) => openQuestions > 0) ?? plans[0]
  const unconfirmed = plans.find(({ confirmed, commitments }) => confirmed < commitments) ?? first
  const tiles = [
    { key: 'questions', count: queue.questions, href: first === undefined ? '/' : `/plans/${first.id}` },
    { key: 'drafts', count: queue.drafts, href: unconfirmed === undefined ? '/' : `/plans/${unconfirmed.id}` },
    { key: 'undefined', count: queue.undefined, href: plans[0] === undefined ? '/' : `/plans/${plans[0].id}/counting` },
    { key: 'records', count: queue.records, href: '/registers' },
    { key: 'imports', count: queue.imports, href: '/' },
    { key: 'unused', count: queue.unused, href: '/accounts' },
  ] as const
  return (
    <section className="queue" aria-label={text.queueTitle}>
      <PathLink href="/queue" className="tile all">
        {text.queueAll}
      </PathLink>
      {tiles.map(({ key, count, href }) =>
        count === 0 ? (
          <span key={key} className="tile nothing">
            <b>0</b>
            {text.queue[key]}
          </span>
        ) : (
          <PathLink key={key} href={href} className="tile">
            <b>{count}</b>
            {text.queue[key]}
          </PathLink>
        ),
      )}
    </section>
  )
}
