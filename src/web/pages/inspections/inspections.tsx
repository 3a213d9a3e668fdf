import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { useMay } from '#web/_lib/may.ts'
import { BurdenTable } from './burden-table.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { InspectionTable } from './inspection-table.tsx'
import { LimitForm } from './limit-form.tsx'
import { useInspectionText } from './use-text.ts'
import { WaitingFindings } from './waiting-findings.tsx'
import './inspections.css'

/** 督查 of a year: how much is asked of whom, and each of them. */
export function Inspections() {
  const text = useInspectionText()
  const mayPlan = useMay('inspection:plan')
  const [year, setYear] = useState<number | undefined>(undefined)
  const { data, error } = useQuery({
    queryKey: ['inspection', 'list', year],
    queryFn: () => client.inspection.list(year === undefined ? {} : { year }),
    placeholderData: (former) => former,
  })
  return (
    <div className="page insp">
      <PageHead title={text.title} intro={text.intro} />
      <FailureNotice error={error} />
      <WaitingFindings />
      {data === undefined ? (
        error === null ? (
          <p className="quiet">{text.loading}</p>
        ) : null
      ) : (
        <>
          <p className="insp-line">
            <label>
              {text.year}
              <select className="input" value={data.year} onChange={(event) => setYear(Number(event.target.value))}>
                {yearsAround(Number(data.asOf.slice(0, 4)), data.year).map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
            {mayPlan ? (
              <>
                <Link to="/inspections/new" className="button primary">
                  <Icon name="plus" />
                  {text.draft}
                </Link>
                <Link to="/inspections/templates">{text.templates}</Link>
              </>
            ) : null}
          </p>
          {mayPlan ? <LimitForm key={`${data.year} ${data.limit.version}`} {...data} /> : null}
          {data.items.length === 0 ? <p className="quiet">{text.none}</p> : <InspectionTable items={data.items} />}
          <section>
            <h2>{text.burdenYear(data.year)}</h2>
            {data.burden.length === 0 ? <p className="quiet">{text.burdenNone}</p> : <BurdenTable units={data.burden} />}
          </section>
        </>
      )}
    </div>
  )
}

/** Two years back, the next one, and the one that is shown. */
function yearsAround(now: number, shown: number): readonly number[] {
  return [...new Set([now + 1, now, now - 1, now - 2, shown])].toSorted((a, b) => b - a)
}
