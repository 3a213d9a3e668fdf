import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { ClosureView } from '#contract/closure.ts'
import { ClosurePanel } from '#web/_components/closure/closure-panel.tsx'
import { useClosureFailure, useClosureText } from '#web/_components/closure/use-text.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useText } from '#web/_lib/language.ts'
import { ClosureRow } from './closure-row.tsx'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'
import './closures.css'

const tabs = ['mine', 'running', 'ready', 'ended'] as const
type Tab = (typeof tabs)[number]
type Listed = Awaited<ReturnType<typeof client.closure.list>>

/** 销号: what waits for whom. What was opened here can be agreed to together. */
export function Closures() {
  const text = useText<Text>({ zh, en })
  const closureText = useClosureText()
  const failureText = useClosureFailure()
  const cache = useQueryClient()
  const [chosen, setChosen] = useState<Tab | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [seen, setSeen] = useState<ReadonlyMap<string, ClosureView>>(new Map())
  const { data, error } = useQuery({ queryKey: ['closures'], queryFn: () => client.closure.list() })
  const onSeen = useCallback((view: ClosureView): void => {
    const { id } = view
    if (id !== null) setSeen((before) => new Map(before).set(id, view))
  }, [])
  const ready = [...seen.values()].flatMap((view) =>
    view.may.agree && !view.hasChanged && view.id !== null ? [{ ...view, id: view.id }] : [],
  )
  const agree = useMutation({
    mutationFn: () => client.closure.agree({ items: ready.map(({ id, version, pinned }) => ({ id, version, pinned })), note: '' }),
    onSuccess: () => setSeen(new Map()),
    onSettled: () => cache.invalidateQueries({ queryKey: ['closures'] }),
  })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const tab = chosen ?? tabs.find((each) => rowsOf(data, each).length > 0) ?? 'mine'
  const rows = rowsOf(data, tab)
  return (
    <div className="closures">
      <PageTitle words={text.title} />
      <header>
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
      </header>
      <div className="closures-tabs" role="tablist">
        {tabs.map((each) => (
          <button key={each} type="button" role="tab" aria-selected={each === tab} className="button quiet" onClick={() => setChosen(each)}>
            {`${text.tabs[each]} ${rowsOf(data, each).length}`}
          </button>
        ))}
      </div>
      {tab === 'mine' && ready.length > 1 ? (
        <p>
          <button type="button" className="button primary" disabled={agree.isPending} onClick={() => agree.mutate()}>
            {text.agreeSeen(ready.length)}
          </button>
        </p>
      ) : null}
      {agree.isError ? (
        <p className="notice error" role="alert">
          {failureText(agree.error)}
        </p>
      ) : null}
      {rows.length === 0 ? <p className="quiet">{text.none[tab]}</p> : null}
      <ul className="closures-rows">
        {rows.map((row) => (
          <ClosureRow
            key={row.key}
            row={row}
            words={row.state === null ? '' : [row.aim === null ? '' : closureText.aims[row.aim], closureText.states[row.state]].join('')}
            isOpen={opened === row.key}
            toggle={opened === row.key ? text.close : text.open}
            onToggle={() => setOpened(opened === row.key ? null : row.key)}
          >
            <p>
              <Link to="/commitments/$id" params={{ id: row.commitment }}>
                {text.look}
              </Link>
            </p>
            <ClosurePanel commitment={row.commitment} stage={row.stage} onSeen={onSeen} />
          </ClosureRow>
        ))}
      </ul>
      {data.total > data.items.length ? <p className="quiet">{text.total(data.items.length, data.total)}</p> : null}
    </div>
  )
}

/** The rows of a tab. */
function rowsOf({ items, ready }: Listed, tab: Tab) {
  if (tab === 'ready')
    return ready.map(({ commitment, ref, plan, sentence, units }) => ({
      key: commitment,
      commitment,
      stage: '',
      ref,
      plan,
      sentence,
      state: null,
      aim: null,
      note: units,
    }))
  return items
    .filter(({ state, isMine }) => (tab === 'mine' ? isMine : tab === 'ended' ? isEnded(state) : !isEnded(state)))
    .map(({ id, commitment, stage, ref, plan, sentence, state, aim, changedAt, changedBy }) => ({
      key: id,
      commitment,
      stage,
      ref,
      plan,
      sentence,
      state,
      aim: state === 'requested' ? aim : null,
      note: `${stage} ${changedBy} ${momentText(changedAt)}`.trim(),
    }))
}

function isEnded(state: Listed['items'][number]['state']): boolean {
  return state === 'closed' || state === 'terminated'
}
