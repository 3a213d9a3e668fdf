import { Link, useParams } from '@tanstack/react-router'
import { Icon } from '#web/_components/icon.tsx'
import { failureOf } from '#web/_lib/failure.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { usePlanText } from './context.ts'
import { PlanPage } from './plan-page.tsx'
import { usePlan } from './use-plan.ts'
import './plan.css'

/** 方案页 */
export function Plan() {
  const { planId } = useParams({ from: '/framed/plans/$planId' })
  const { text } = usePlanText()
  const failureText = useFailureText()
  const plan = usePlan(planId)
  if (plan.data !== undefined) return <PlanPage key={planId} view={plan.data} />
  if (plan.isPending) {
    return (
      <p className="opening" role="status">
        <span className="spinner" />
        {text.loading}
      </p>
    )
  }
  const failure = failureOf(plan.error)
  return (
    <div className="trouble" role="alert">
      <p>
        <Icon name="warning" /> {failure.code === 'NOT_FOUND' || failure.code === 'INVALID' ? text.missing : failureText(failure)}
      </p>
      <Link to="/" className="button">
        {text.back}
      </Link>
    </div>
  )
}
