import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { DispatchBoard } from '#contract/dispatch.ts'
import { useDispatchFailure } from '#web/_components/dispatch/use-text.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { Tabs } from '#web/_components/tabs.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { useSession } from '#web/_lib/session.ts'
import { Claims } from './claims.tsx'
import { FirstResponsible } from './first-responsible.tsx'
import { HandOut } from './hand-out.tsx'
import { rowsOf, type Tab, tabsOf } from './model/tabs.ts'
import { Pledges } from './pledges.tsx'
import { Rows } from './rows.tsx'
import { usePageText } from './use-text.ts'
import './dispatch-page.css'

/** 认领与分办, by post: what waits for whom, and what can be done about it. */
export function DispatchPage() {
  const text = usePageText()
  const failureText = useDispatchFailure()
  const { plan } = useSearch({ from: '/framed/dispatch' })
  const { data, error } = useQuery({
    queryKey: ['dispatch', 'board', plan ?? ''],
    queryFn: () => client.dispatch.board(plan === undefined ? {} : { plan }),
  })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  return (
    <div className="page dispatch-page">
      <PageHead title={text.title} intro={text.intro} />
      {data === undefined ? (
        <p className="quiet">{text.loading}</p>
      ) : data.plan === null ? (
        <p>{text.noPlan}</p>
      ) : (
        <Board board={data} plan={data.plan} />
      )}
    </div>
  )
}

function Board({ board, plan }: { readonly board: DispatchBoard; readonly plan: NonNullable<DispatchBoard['plan']> }) {
  const text = usePageText()
  const navigate = useNavigate()
  const failureText = useDispatchFailure()
  const post = useSession().data?.post ?? 'unit'
  const [chosen, setChosen] = useState<Tab | null>(null)
  const sheet = useMutation({ mutationFn: () => client.dispatch.sheet({ plan }), onSuccess: (file) => download(file, file.name) })
  const tabs = tabsOf(board, post)
  const tab = chosen ?? tabs.find(({ isAct, count }) => isAct && count > 0)?.tab ?? tabs[0]?.tab ?? 'pledges'
  return (
    <>
      <div className="dispatch-bar">
        <label className="field">
          <span className="label">{text.plan}</span>
          <select
            className="input"
            value={plan}
            onChange={(event) => {
              setChosen(null)
              void navigate({ to: '/dispatch', search: { plan: board.plans.find(({ id }) => id === event.target.value)?.id ?? plan } })
            }}
          >
            {board.plans.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <Link to="/plans/$planId" params={{ planId: plan }} className="button quiet">
          {text.toPlan}
        </Link>
        <button type="button" className="button" disabled={sheet.isPending} onClick={() => sheet.mutate()}>
          {text.sheet}
        </button>
      </div>
      <FailureNotice error={sheet.error} words={failureText} />
      <FirstResponsible board={board} plan={plan} />
      <Tabs
        tabs={tabs.map(({ tab: key, count, isAct }) => ({
          key,
          words: text.tabs[key],
          ...(key === 'pledges' ? {} : { count, isUrgent: isAct && count > 0 }),
        }))}
        chosen={tab}
        onChoose={setChosen}
      />
      {tab === 'claims' ? <Claims board={board} plan={plan} /> : null}
      {tab === 'pledges' ? <Pledges plan={plan} /> : null}
      {tab === 'waiting' && post === 'office' ? <HandOut board={board} /> : null}
      {tab === 'claims' || tab === 'pledges' || (tab === 'waiting' && post === 'office') ? null : (
        <Rows key={tab} rows={rowsOf(board, tab, post)} none={text.none[tab]} />
      )}
      {board.total > board.rows.length ? <p className="quiet">{text.total(board.rows.length, board.total)}</p> : null}
    </>
  )
}
