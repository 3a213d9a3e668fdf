import { useQuery } from '@tanstack/react-query'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { ImportPanel } from './import-panel.tsx'
import { PlanRow } from './plan-row.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import './home.css'

/** 首页: import a plan, and the plans with what is left to do. */
export function Home() {
  const text = useText({ zh, en })
  const failureText = useFailureText()
  const plans = useQuery({ queryKey: ['plans'], queryFn: () => client.plan.list() })
  const items = plans.data?.items ?? []
  return (
    <div className="home">
      <PageTitle words={text.title} />
      <h1 className="visually-hidden">{text.importTitle}</h1>
      <ImportPanel />
      <section className="plans" aria-labelledby="plans">
        <header>
          <h2 id="plans">{text.plans}</h2>
          {items.length > 0 ? <span className="count">{text.planCount(items.length)}</span> : null}
        </header>
        {plans.isError ? <p className="notice error">{failureText(failureOf(plans.error))}</p> : null}
        {plans.isPending ? <p className="quiet">{text.loading}</p> : null}
        {plans.isSuccess && items.length === 0 ? <p className="empty">{text.empty}</p> : null}
        {items.length > 0 ? (
          <table>
            <thead>
              <tr>
                <th scope="col">{text.column.plan}</th>
                <th scope="col" className="number">
                  {text.column.commitments}
                </th>
                <th scope="col">{text.column.confirmed}</th>
                <th scope="col" className="number">
                  {text.column.questions}
                </th>
                <th scope="col">{text.column.imported}</th>
                <th scope="col">
                  <span className="visually-hidden">{text.column.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((plan) => (
                <PlanRow key={plan.id} plan={plan} />
              ))}
            </tbody>
          </table>
        ) : null}
      </section>
    </div>
  )
}
