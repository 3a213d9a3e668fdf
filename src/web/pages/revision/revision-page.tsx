import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { PageTitle } from '#web/_components/page-title.tsx'
import { momentText } from '#web/_lib/day-text.ts'
import { ApplyFoot } from './apply-foot.tsx'
import { Settled } from './compare-again.tsx'
import { PairRow, type RevisionView, type ShownPair } from './pair-row.tsx'
import { useRevisionText } from './use-text.ts'

const ORDER = ['changed', 'new', 'gone', 'kept'] as const
type Kind = (typeof ORDER)[number]

/** What the new document changes, first what differs; nothing is applied before a person has ticked it. */
export function RevisionPage({ view }: { readonly view: RevisionView }) {
  const text = useRevisionText()
  const { plan, revision, pairs, headings } = view
  const counts = Map.groupBy(pairs, ({ kind }) => kind)
  const count = (kind: Kind): number => counts.get(kind)?.length ?? 0
  const [shown, setShown] = useState<Kind | 'all'>(() => ORDER.find((kind) => count(kind) > 0) ?? 'all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(pairs.flatMap(({ kind, key, now }) => (kind === 'changed' || kind === 'new' ? (isLeftOut(now) ? [] : [key]) : []))),
  )
  const isOpen = revision.state === 'open'
  const list = ORDER.filter((kind) => shown === 'all' || shown === kind).flatMap((kind) => counts.get(kind) ?? [])
  const choose = (keys: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen)
    for (const key of keys)
      if (isChosen) next.add(key)
      else next.delete(key)
    setChosen(next)
  }
  const choosable = list.filter(({ kind }) => kind !== 'kept').map(({ key }) => key)
  return (
    <div className="revision">
      <PageTitle words={`${text.title} · ${plan.title}`} />
      <header>
        <Link to="/plans/$planId" params={{ planId: plan.id }} className="back">
          {plan.title}
        </Link>
        <h1>{text.title}</h1>
        <p>{text.intro(revision.fileName, revision.base)}</p>
        <p className="quiet">{text.compared(revision.comparedBy, momentText(revision.comparedAt))}</p>
        <Settled view={view} />
        {isOpen && count('kept') === pairs.length ? <p className="notice">{text.same}</p> : null}
        {headings.length === 0 ? null : (
          <details className="revision-headings">
            <summary>{text.headings(headings.length)}</summary>
            <ul>
              {headings.map(({ before, after }) => (
                <li key={`${before} ${after}`} lang="zh-CN">
                  <del>{before}</del> → <ins>{after}</ins>
                </li>
              ))}
            </ul>
          </details>
        )}
      </header>
      <div className="revision-filters" role="group" aria-label={text.filters}>
        {[...ORDER, 'all' as const].map((kind) => (
          <button key={kind} type="button" className="button small" aria-pressed={shown === kind} onClick={() => setShown(kind)}>
            {kind === 'all' ? `${text.all} ${pairs.length}` : `${text.glyph[kind]} ${text.kind[kind]} ${count(kind)}`}
          </button>
        ))}
        {isOpen && choosable.length > 0 ? (
          <span className="acts">
            <button type="button" className="button small quiet" onClick={() => choose(choosable, true)}>
              {text.chooseAll(choosable.length)}
            </button>
            <button type="button" className="button small quiet" onClick={() => choose(choosable, false)}>
              {text.chooseNone}
            </button>
          </span>
        ) : null}
      </div>
      {list.length === 0 ? <p className="notice">{text.nothingHere}</p> : null}
      <ul className="revision-pairs">
        {list.map((pair) => (
          <PairRow
            key={pair.key}
            pair={pair}
            isOpen={isOpen}
            isChosen={chosen.has(pair.key)}
            onChoose={(isChosen) => choose([pair.key], isChosen)}
          />
        ))}
      </ul>
      {isOpen ? <ApplyFoot view={view} chosen={chosen} /> : null}
    </div>
  )
}

/** What a person has left out or put otherwise is not taken over unasked. */
function isLeftOut(now: ShownPair['now']): boolean {
  return now?.state === 'discarded'
}
