import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { CompareBar } from './compare-bar.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { SettleBar } from './settle-bar.tsx'
import { SignBar } from './sign-bar.tsx'
import { useReconciliationText } from './use-text.ts'
import './reconciliations.css'

/** 对账单: both sides of every difference, settled here and signed off. */
export function ReconciliationPage() {
  const text = useReconciliationText()
  const failureText = useFailureText()
  const { reconciliationId: id } = useParams({ from: '/framed/reconciliations/$reconciliationId' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isOpenOnly, setIsOpenOnly] = useState(false)
  const { data, error } = useQuery({ queryKey: ['reconciliations', id], queryFn: () => client.reconciliation.get({ id }) })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const { differences, signed, asOf } = data
  const shown = isOpenOnly ? differences.filter(({ settled }) => settled === null) : differences
  const keys = differences.filter(({ key }) => chosen.has(key)).map(({ key }) => key)
  return (
    <div className="page reconciliations">
      <PageTitle words={`${text.title} · ${data.fileName}`} />
      <header>
        <p>
          <Link to="/reconciliations">{text.back}</Link>
        </p>
        <h1>{data.fileName}</h1>
        {signed === null ? null : <p className="notice done">{text.signed(signed.by, momentText(signed.at))}</p>}
      </header>
      {signed === null ? <CompareBar reconciliation={data} /> : null}
      {asOf === null ? null : (
        <>
          <p>
            {`${data.orgName === '' ? text.wholeLedger : data.orgName} · ${text.asOf} ${asOf} · ${text.summary(data.rows, data.agreeing, differences.length)}`}
          </p>
          {differences.length === 0 ? (
            <p className="notice done">{text.noDifferences}</p>
          ) : (
            <>
              <label className="only-open">
                <input type="checkbox" checked={isOpenOnly} onChange={(event) => setIsOpenOnly(event.target.checked)} />
                {text.onlyOpen}
              </label>
              <DifferenceTable differences={shown} chosen={chosen} onChoose={signed === null ? setChosen : null} />
            </>
          )}
          {signed === null && keys.length > 0 ? (
            <SettleBar reconciliation={data} keys={keys} onSettled={() => setChosen(new Set())} />
          ) : null}
          <SignBar reconciliation={data} />
        </>
      )}
    </div>
  )
}
