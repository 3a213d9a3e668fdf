import type { HomeView } from '#contract/home.ts'
import { PlanRow } from './plan-row.tsx'
import { useText } from './use-text.ts'

/** 方案列表: the plans with what is left to do. */
export function Plans({ plans }: Pick<HomeView, 'plans'>) {
  const text = useText()
  return (
    <section className="plans" aria-labelledby="plans">
      <header>
        <h2 id="plans">{text.plans}</h2>
        {plans.length > 0 ? <span className="count">{text.planCount(plans.length)}</span> : null}
      </header>
      {plans.length === 0 ? <p className="empty">{text.empty}</p> : null}
      {plans.length > 0 ? (
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
            {plans.map((plan) => (
              <PlanRow key={plan.id} plan={plan} />
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
