import { useParams } from '@tanstack/react-router'
import { NotOpened, Opening } from '#web/_components/opening.tsx'
import { usePlanText } from './context.ts'
import { PlanPage } from './plan-page.tsx'
import { usePlan } from './use-plan.ts'
import './plan.css'

/** 方案页 */
export function Plan() {
  const { planId } = useParams({ from: '/framed/plans/$planId' })
  const { text } = usePlanText()
  const plan = usePlan(planId)
  if (plan.data !== undefined) return <PlanPage key={planId} view={plan.data} />
  if (plan.isPending) return <Opening words={text.loading} />
  return <NotOpened error={plan.error} missing={text.missing} back={text.back} />
}
