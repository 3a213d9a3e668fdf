import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { FailureNotice } from './failure-notice.tsx'
import { PlanForm } from './plan-form.tsx'
import { useInspectionText } from './use-text.ts'
import './inspections.css'

/** 起草督查方案. */
export function NewInspection() {
  const text = useInspectionText()
  const { data, error } = useQuery({ queryKey: ['inspection', 'options'], queryFn: () => client.inspection.options() })
  return (
    <div className="page insp">
      <PageTitle words={text.planNew} />
      <header>
        <p>
          <Link to="/inspections">{text.back}</Link>
        </p>
        <h1>{text.planNew}</h1>
      </header>
      <FailureNotice error={error} />
      {data === undefined ? null : <PlanForm id={null} version={0} initial={emptyFrom(data.asOf)} />}
    </div>
  )
}

function emptyFrom(today: string): Parameters<typeof PlanForm>[0]['initial'] {
  return {
    plan: {
      kind: 'special',
      title: '',
      topic: '',
      purpose: '',
      draw: null,
      lead: null,
      members: [],
      visits: [],
      items: [],
      reasonOver: '',
      from: today,
      to: today,
    },
    refs: {},
  }
}
