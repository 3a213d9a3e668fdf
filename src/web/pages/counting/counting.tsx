import { useParams } from '@tanstack/react-router'
import { useGround } from '#web/_components/definition-editor/ground.ts'
import { NotOpened, Opening } from '#web/_components/opening.tsx'
import { CountingPage } from './counting-page.tsx'
import { useCountings } from './use-counting.ts'
import { useCountingText } from './use-text.ts'
import './counting.css'

/** 计数口径 of a plan */
export function Counting() {
  const { planId } = useParams({ from: '/framed/plans/$planId/counting' })
  const text = useCountingText()
  const countings = useCountings(planId)
  const ground = useGround()
  if (countings.isError) return <NotOpened error={countings.error} missing={text.missing} back={text.back} />
  if (countings.data !== undefined && ground !== null) return <CountingPage key={planId} view={countings.data} ground={ground} />
  return <Opening words={text.loading} />
}
