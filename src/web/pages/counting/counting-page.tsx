import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DefinitionEditor } from '#web/_components/definition-editor/definition-editor.tsx'
import { type Ground, useLookup } from '#web/_components/definition-editor/ground.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { CountingRow } from './counting-row.tsx'
import { confirmable, confirming, type CountingItem, type Filter, fits, isNumbered, keepsBack, type PlanCountings } from './model.ts'
import { Questions } from './questions.tsx'
import { refreshCounting, useDefine } from './use-counting.ts'
import { useCountingText } from './use-text.ts'

const FILTERS = ['all', 'ready', 'check', 'open', 'computes'] as const satisfies readonly Filter[]

/** The commitments of a plan by aspect, each with its suggestion to confirm; what is open on top. */
export function CountingPage({ view, ground }: { readonly view: PlanCountings; readonly ground: Ground }) {
  const text = useCountingText()
  const { plan, items, questions } = view
  const look = useLookup(ground, new Map(items.map(({ commitment, ref }) => [commitment, ref])))
  const define = useDefine(plan.id)
  const [filter, setFilter] = useState<Filter>('all')
  const [edited, setEdited] = useState<CountingItem | null>(null)
  const confirm = (chosen: readonly CountingItem[]): void => define.mutate(chosen.flatMap(confirming))
  const ready = confirmable(items)
  const done = items.filter(({ counting }) => counting.isComputable)
  const shown = items.filter((item) => fits(item, filter))
  const aspects = [...Map.groupBy(shown, ({ aspect }) => aspect ?? '')]
  return (
    <div className="page counting">
      <PageTitle words={`${text.title} · ${plan.title}`} />
      <header className="counting-head">
        <Link to="/plans/$planId" params={{ planId: plan.id }} className="back">
          {plan.title === '' ? text.back : plan.title}
        </Link>
        <h1>{text.title}</h1>
        <p className="quiet">{text.intro}</p>
        <div className="bar">
          <meter min={0} max={Math.max(1, items.length)} value={done.length} aria-label={text.progress(done.length, items.length)} />
          <strong role="status">{text.progress(done.length, items.length)}</strong>
          <span className="quiet">{text.numbered(done.filter(isNumbered).length, items.filter(isNumbered).length)}</span>
          {ready.length === 0 ? null : (
            <button type="button" className="button primary" disabled={define.isPending} onClick={() => confirm(ready)}>
              {text.confirmAll(ready.length)}
            </button>
          )}
        </div>
      </header>
      {ground.organisation.orgs.length === 0 ? (
        <p className="notice warning">
          {text.noOrganisation}
          <Link to="/organisation" search={{}}>
            {text.toOrganisation}
          </Link>
        </p>
      ) : null}
      {items.length === 0 ? <p className="notice">{text.nothing}</p> : null}
      <Questions view={view} questions={questions.filter((question) => keepsBack(question, items))} />
      <div className="counting-filters" role="group" aria-label={text.filterLabel}>
        {FILTERS.map((each) => (
          <button key={each} type="button" className="button small" aria-pressed={filter === each} onClick={() => setFilter(each)}>
            {text.filter[each]} {items.filter((item) => fits(item, each)).length}
          </button>
        ))}
      </div>
      {shown.length === 0 && items.length > 0 ? <p className="quiet">{text.emptyFilter}</p> : null}
      {aspects.map(([aspect, of]) => {
        const here = confirmable(of)
        return (
          <section key={aspect} className="counting-aspect">
            <header>
              <h2 lang="zh-CN">{aspect === '' ? text.noAspect : aspect}</h2>
              {here.length > 0 ? (
                <button type="button" className="button small" disabled={define.isPending} onClick={() => confirm(here)}>
                  {text.confirmAspect(here.length)}
                </button>
              ) : null}
            </header>
            <ol>
              {of.map((item) => (
                <CountingRow
                  key={item.commitment}
                  item={item}
                  look={look}
                  isBusy={define.isPending}
                  onConfirm={() => confirm([item])}
                  onEdit={() => setEdited(item)}
                />
              ))}
            </ol>
          </section>
        )
      })}
      {edited === null ? null : (
        <DefinitionEditor
          id={edited.commitment}
          title={edited.ref}
          words={edited.text}
          reading={edited.reading}
          version={edited.counting.version}
          start={edited.counting.definition ?? edited.suggestion?.definition ?? null}
          ground={ground}
          others={items
            .filter(({ commitment }) => commitment !== edited.commitment)
            .map(({ commitment, ref, text: words }) => ({ id: commitment, ref, words }))}
          onSaved={refreshCounting}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}
