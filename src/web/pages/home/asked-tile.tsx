import { useQuery } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'
import { Tile } from './tile.tsx'
import { useText } from './use-text.ts'

/** 举一反三 that wait for an answer of one's own unit. One leads to it, several to the list. */
export function AskedTile() {
  const text = useText()
  const { data } = useQuery({ queryKey: ['similar-case'], queryFn: () => client.similarCaseReview.list() })
  const owed = data?.items.filter(({ owes }) => owes > 0) ?? []
  const [first] = owed
  const href = owed.length === 1 && first !== undefined ? `/similar-case-reviews/${first.id}` : '/similar-case-reviews'
  return <Tile count={owed.length} words={owed.some(({ isLate }) => isLate) ? text.askedLate : text.asked} href={href} />
}
