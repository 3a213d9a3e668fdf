import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { NotOpened, Opening } from '#web/_components/opening.tsx'
import { client } from '#web/_lib/client.ts'
import { CarryPage } from './carry-page.tsx'
import { useCarryText } from './use-text.ts'
import './carry-over.css'

/** 上年结转 of a plan */
export function CarryOver() {
  const { planId } = useParams({ from: '/framed/plans/$planId/carry-over' })
  const text = useCarryText()
  const list = useQuery({ queryKey: ['plan', planId, 'carry-over'], queryFn: () => client.plan.carryList({ planId }) })
  if (list.isError) return <NotOpened error={list.error} missing={text.missing} back={text.back} />
  return list.data === undefined ? <Opening words={text.loading} /> : <CarryPage key={planId} view={list.data} />
}
