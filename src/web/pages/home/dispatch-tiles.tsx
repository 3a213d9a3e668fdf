import { useQuery } from '@tanstack/react-query'
import { PathLink } from '#web/_components/path-link.tsx'
import { client } from '#web/_lib/client.ts'
import { useText } from './use-text.ts'

const KEYS = ['claim', 'dispatch', 'settle', 'confirm'] as const

/** What waits in 认领与分办 for who looks; nothing where nothing does. */
export function DispatchTiles() {
  const text = useText()
  const { data } = useQuery({ queryKey: ['dispatch', 'waiting'], queryFn: () => client.dispatch.waiting() })
  const tiles = KEYS.flatMap((key) => (data === undefined || data[key] === 0 ? [] : [{ key, count: data[key] }]))
  if (tiles.length === 0) return null
  return (
    <section className="queue" aria-label={text.dispatchTitle}>
      {tiles.map(({ key, count }) => (
        <PathLink key={key} href="/dispatch" className="tile">
          <b>{count}</b>
          {text.dispatch[key]}
        </PathLink>
      ))}
    </section>
  )
}
