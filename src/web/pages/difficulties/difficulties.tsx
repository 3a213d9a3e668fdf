import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DifficultyView } from '#contract/difficulty.ts'
import { DifficultyCard } from '#web/_components/course/difficulty-card.tsx'
import { useCourseFailure } from '#web/_components/course/use-text.ts'
import { PageHead } from '#web/_components/page-head.tsx'
import { Tabs } from '#web/_components/tabs.tsx'
import { client } from '#web/_lib/client.ts'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

const tabs = ['waiting', 'answered', 'ended'] as const
type Tab = (typeof tabs)[number]

/** 困难问题: what waits for an answer, what has one, what ended. */
export function Difficulties() {
  const text = useText<Text>({ zh, en })
  const failureText = useCourseFailure()
  const [tab, setTab] = useState<Tab>('waiting')
  const { data, error } = useQuery({ queryKey: ['difficulty'], queryFn: () => client.difficulty.list() })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const rows = data.items.filter(({ state }) => tabOf(state) === tab)
  const late = data.items.filter(({ isLate }) => isLate).length
  return (
    <div className="course-page">
      <PageHead title={text.title} intro={text.intro} />
      <Tabs
        tabs={tabs.map((each) => ({
          key: each,
          words: `${text.tabs[each]} ${data.items.filter(({ state }) => tabOf(state) === each).length}`,
        }))}
        chosen={tab}
        onChoose={setTab}
      />
      {tab === 'waiting' && late > 0 ? <p className="course-late">⚠ {text.late(late)}</p> : null}
      {rows.length === 0 ? <p className="quiet">{text.none[tab]}</p> : null}
      <ul className="course course-items">
        {rows.map((view) => (
          <li key={view.id}>
            <p className="course-line">
              <Link to="/commitments/$id" params={{ id: view.commitment }} search={{}}>
                {view.ref}
              </Link>
              <span lang="zh-CN">{view.sentence}</span>
            </p>
            <DifficultyCard view={view} />
          </li>
        ))}
      </ul>
      {data.total > data.items.length ? <p className="quiet">{text.total(data.items.length, data.total)}</p> : null}
    </div>
  )
}

function tabOf(state: DifficultyView['state']): Tab {
  return state === 'open' || state === 'escalated' ? 'waiting' : state === 'answered' ? 'answered' : 'ended'
}
