import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ChangeItem } from '#contract/change.ts'
import { ChangePanel } from '#web/_components/course/change-panel.tsx'
import { Proposal } from '#web/_components/course/proposal.tsx'
import { useCourseFailure, useCourseText } from '#web/_components/course/use-text.ts'
import { PageHead } from '#web/_components/page-head.tsx'
import { Tabs } from '#web/_components/tabs.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

const tabs = ['mine', 'running', 'ended'] as const
type Tab = (typeof tabs)[number]

/** 延期、调整、终止: what waits for whom, and what was decided. */
export function Changes() {
  const text = useText<Text>({ zh, en })
  const failureText = useCourseFailure()
  const [chosen, setChosen] = useState<Tab | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const { data, error } = useQuery({ queryKey: ['change'], queryFn: () => client.change.list() })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const tab = chosen ?? tabs.find((each) => rowsOf(data.items, each).length > 0) ?? 'mine'
  const rows = rowsOf(data.items, tab)
  return (
    <div className="course-page">
      <PageHead title={text.title} intro={text.intro} />
      <Tabs
        tabs={tabs.map((each) => ({ key: each, words: `${text.tabs[each]} ${rowsOf(data.items, each).length}` }))}
        chosen={tab}
        onChoose={setChosen}
      />
      {rows.length === 0 ? <p className="quiet">{text.none[tab]}</p> : null}
      <ul className="course course-items">
        {rows.map((item) => (
          <Row
            key={item.id}
            item={item}
            toggle={opened === item.id ? text.close : text.open}
            isOpen={opened === item.id}
            onToggle={() => setOpened(opened === item.id ? null : item.id)}
          />
        ))}
      </ul>
      {data.total > data.items.length ? <p className="quiet">{text.total(data.items.length, data.total)}</p> : null}
    </div>
  )
}

interface RowProps {
  readonly item: ChangeItem
  readonly toggle: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Row({ item, toggle, isOpen, onToggle }: RowProps) {
  const { change: text } = useCourseText()
  return (
    <li>
      <p className="course-line">
        <Link to="/commitments/$id" params={{ id: item.commitment }} search={{}}>
          {item.ref}
        </Link>
        <span lang="zh-CN">{item.sentence}</span>
        <strong className={`course-state ${item.state}`}>{`${text.kinds[item.proposal.asked.kind]} · ${text.states[item.state]}`}</strong>
        {item.role === null ? null : <span>{text.waiting(text.roles[item.role])}</span>}
        <span className="quiet" lang="zh-CN">
          {item.units} {item.requestedBy} {momentText(item.requestedAt)}
        </span>
        <button type="button" className="button quiet small" aria-expanded={isOpen} onClick={onToggle}>
          {toggle}
        </button>
      </p>
      {isOpen ? (
        <div className="course-open">
          <ChangePanel commitment={item.commitment} only={item.id} />
        </div>
      ) : (
        <>
          <Proposal proposal={item.proposal} unit="" />
          <p className="course-words quiet" lang="zh-CN">
            {item.reason}
          </p>
        </>
      )}
    </li>
  )
}

function rowsOf(items: readonly ChangeItem[], tab: Tab): readonly ChangeItem[] {
  return items.filter(({ state, isMine }) => (tab === 'mine' ? isMine : (state === 'requested') === (tab === 'running')))
}
