import { useParams } from '@tanstack/react-router'
import { useMoment } from '#web/_components/moment/moment.ts'
import { NotOpened, Opening } from '#web/_components/opening.tsx'
import { CommitmentPage } from './commitment-page.tsx'
import { useCommitment } from './use-commitment.ts'
import { useCommitmentText } from './use-text.ts'
import './commitment.css'

/** 整改任务页 */
export function Commitment() {
  const { id } = useParams({ from: '/framed/commitments/$id' })
  const { asked, isPast } = useMoment()
  const text = useCommitmentText()
  const page = useCommitment(id, asked)
  if (page.data !== undefined && !page.isError) return <CommitmentPage key={id} view={page.data} isPast={isPast} />
  if (page.isPending) return <Opening words={text.loading} />
  return <NotOpened error={page.error} missing={text.missing} back={text.home} />
}
