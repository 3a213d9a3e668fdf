import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { NotOpened, Opening } from '#web/_components/opening.tsx'
import { client } from '#web/_lib/client.ts'
import { RevisionPage } from './revision-page.tsx'
import { useRevisionText } from './use-text.ts'
import './revision.css'

/** 新旧版本对照 */
export function Revision() {
  const { planId, id } = useParams({ from: '/framed/plans/$planId/revisions/$id' })
  const text = useRevisionText()
  const revision = useQuery({ queryKey: ['plan', planId, 'revision', id], queryFn: () => client.revision.get({ planId, id }) })
  if (revision.data !== undefined) return <RevisionPage key={id} view={revision.data} />
  return revision.isError ? <NotOpened error={revision.error} missing={text.missing} back={text.back} /> : <Opening words={text.loading} />
}
