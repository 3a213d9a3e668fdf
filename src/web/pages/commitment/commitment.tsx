import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Icon } from '#web/_components/icon.tsx'
import { failureOf } from '#web/_lib/failure.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { CommitmentPage } from './commitment-page.tsx'
import { useCommitment } from './use-commitment.ts'
import { useCommitmentText } from './use-text.ts'
import './commitment.css'

/** 整改任务页 */
export function Commitment() {
  const { id } = useParams({ from: '/framed/commitments/$id' })
  const search = useSearch({ from: '/framed/commitments/$id' })
  const text = useCommitmentText()
  const failureText = useFailureText()
  const page = useCommitment(id, search)
  if (page.data !== undefined && !page.isError) return <CommitmentPage key={id} view={page.data} standpoint={search} />
  if (page.isPending) {
    return (
      <p className="opening" role="status">
        <span className="spinner" />
        {text.loading}
      </p>
    )
  }
  const failure = failureOf(page.error)
  return (
    <div className="trouble" role="alert">
      <p>
        <Icon name="warning" /> {failure.code === 'NOT_FOUND' || failure.code === 'INVALID' ? text.missing : failureText(failure)}
      </p>
      <Link to="/" className="button">
        {text.home}
      </Link>
    </div>
  )
}
