import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import type { ClosureView } from '#contract/closure.ts'
import { ClosurePanel } from '#web/_components/closure/closure-panel.tsx'
import { stageWords } from '#web/_components/closure/stage-words.ts'
import type { Text as ClosureText } from '#web/_components/closure/text.zh.ts'
import { useClosureFailure, useClosureText } from '#web/_components/closure/use-text.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { Tabs } from '#web/_components/tabs.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useText } from '#web/_lib/language.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { ClosureRow } from './closure-row.tsx'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'
import { WatchList } from './watch-list.tsx'
import './closures.css'

const tabs = ['mine', 'running', 'ready', 'ended', 'watch'] as const
type Tab = (typeof tabs)[number]
type Listed = Awaited<ReturnType<typeof client.closure.list>>

/** 销号: what waits for whom. What was opened here can be agreed to together. */
export function Closures() {
  const text = useText<Text>({ zh, en })
  const closureText = useClosureText()
  const failureText = useClosureFailure()
  const [chosen, setChosen] = useState<Tab | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [seen, setSeen] = useState<ReadonlyMap<string, ClosureView>>(new Map())
  const { data, error } = useQuery({ queryKey: ['closures'], queryFn: () => client.closure.list() })
  const told = useRef(new Set<string>())
  const onSeen = useCallback((view: ClosureView): void => {
    const { id, pinned, may } = view
    if (id === null) return
    const remember = (): void => setSeen((before) => new Map(before).set(id, view))
    const key = `${id} ${pinned}`
    if (!may.agree || told.current.has(key)) return remember()
    told.current.add(key)
    // what was opened is on record, so that it can be agreed to together with others
    client.closure.open({ id, pinned }).then(remember, () => told.current.delete(key))
  }, [])
  const ready = [...seen.values()].flatMap((view) =>
    view.may.agree && !view.hasChanged && view.id !== null ? [{ ...view, id: view.id }] : [],
  )
  const agree = useAct(
    ['closures'],
    () => client.closure.agree({ items: ready.map(({ id, version, pinned }) => ({ id, version, pinned })), note: '' }),
    () => setSeen(new Map()),
  )
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const tab = chosen ?? tabs.find((each) => rowsOf(data, each, closureText).length > 0) ?? 'mine'
  const rows = rowsOf(data, tab, closureText)
  return (
    <div className="page closures">
      <PageHead title={text.title} intro={text.intro} />
      <Tabs
        tabs={tabs.map((key) => ({
          key,
          words: key === 'watch' ? text.tabs.watch : `${text.tabs[key]} ${rowsOf(data, key, closureText).length}`,
        }))}
        chosen={tab}
        onChoose={setChosen}
      />
      {tab === 'mine' && ready.length > 1 ? (
        <p>
          <button type="button" className="button primary" disabled={agree.isPending} onClick={() => agree.mutate()}>
            {text.agreeSeen(ready.length)}
          </button>
        </p>
      ) : null}
      <FailureNotice error={agree.error} words={failureText} />
      {tab === 'watch' ? <WatchList /> : null}
      {tab !== 'watch' && rows.length === 0 ? <p className="quiet">{text.none[tab]}</p> : null}
      <ul className="closures-rows">
        {rows.map((row) => (
          <ClosureRow
            key={row.key}
            row={row}
            words={
              row.state === null ? '' : row.role === null ? closureText.states[row.state] : closureText.waits(closureText.roles[row.role])
            }
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
      {tab !== 'watch' && data.total > data.items.length ? <p className="quiet">{text.total(data.items.length, data.total)}</p> : null}
    </div>
  )
}

/** The rows of a tab. */
function rowsOf({ items, ready }: Listed, tab: Tab, closureText: ClosureText) {
  if (tab === 'watch') return []
  if (tab === 'ready')
    return ready.map(({ commitment, ref, plan, sentence, units }) => ({
      key: commitment,
      commitment,
      stage: '',
      ref,
      plan,
      sentence,
      state: null,
      role: null,
      note: units,
    }))
  return items
    .filter(({ state, isMine }) => (tab === 'mine' ? isMine : tab === 'ended' ? isEnded(state) : !isEnded(state)))
    .map(({ id, commitment, stage, period, ref, plan, sentence, state, role, changedAt, changedBy }) => ({
      key: id,
      commitment,
      stage,
      ref,
      plan,
      sentence,
      state,
      role,
      note: `${stageWords({ stage, period }, closureText)} ${changedBy} ${momentText(changedAt)}`.trim(),
    }))
}

function isEnded(state: Listed['items'][number]['state']): boolean {
  return state === 'closed' || state === 'terminated'
}
