import { useParams, useSearch } from '@tanstack/react-router'
import { NotOpened, Opening } from '#web/_components/opening.tsx'
import { CommitmentPage } from './commitment-page.tsx'
import { useCommitment } from './use-commitment.ts'
import { useCommitmentText } from './use-text.ts'
import './commitment.css'

/** 整改任务页 */
export function Commitment() {
  const { id } = useParams({ from: '/framed/commitments/$id' })
  const search = useSearch({ from: '/framed/commitments/$id' })
  const text = useCommitmentText()
  const page = useCommitment(id, search)
  if (page.data !== undefined && !page.isError) return <CommitmentPage key={id} view={page.data} standpoint={search} />
  if (page.isPending) return <Opening words={text.loading} />
  return <NotOpened error={page.error} missing={text.missing} back={text.home} />
}
