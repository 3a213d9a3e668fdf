import { Link, useParams } from '@tanstack/react-router'
import { useGround } from '#web/_components/definition-editor/ground.ts'
import { Icon } from '#web/_components/icon.tsx'
import { failureOf } from '#web/_lib/failure.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { CountingPage } from './counting-page.tsx'
import { useCountings } from './use-counting.ts'
import { useCountingText } from './use-text.ts'
import './counting.css'

/** 计数口径 of a plan */
export function Counting() {
  const { planId } = useParams({ from: '/framed/plans/$planId/counting' })
  const text = useCountingText()
  const failureText = useFailureText()
  const countings = useCountings(planId)
  const ground = useGround()
  if (countings.isError) {
    const failure = failureOf(countings.error)
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
  if (countings.data !== undefined && ground !== null) return <CountingPage key={planId} view={countings.data} ground={ground} />
  return (
    <p className="opening" role="status">
      <span className="spinner" />
      {text.loading}
    </p>
  )
}
