import { useQuery } from '@tanstack/react-query'
import { PathLink } from '#web/_components/path-link.tsx'
import { client } from '#web/_lib/client.ts'
import { useText } from './use-text.ts'

/** 举一反三 that wait for an answer of one's own unit; nothing where none does. One leads to it, several to the list. */
export function AskedTile() {
  const text = useText()
  const { data } = useQuery({ queryKey: ['similar-case'], queryFn: () => client.similarCaseReview.list() })
  const owed = data?.items.filter(({ owes }) => owes > 0) ?? []
  const [first] = owed
  if (first === undefined) return null
  return (
    <section className="queue" aria-label={text.askedTitle}>
      <PathLink href={owed.length === 1 ? `/similar-case-reviews/${first.id}` : '/similar-case-reviews'} className="tile">
        <b>{owed.length}</b>
        {owed.some(({ isLate }) => isLate) ? text.askedLate : text.asked}
      </PathLink>
    </section>
  )
}
