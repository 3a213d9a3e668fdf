import { useQuery } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'
import { Tile } from './tile.tsx'
import { useText } from './use-text.ts'

const KEYS = ['claim', 'dispatch', 'settle', 'confirm'] as const

/** What waits in 认领与分办 for who looks. */
export function DispatchTiles() {
  const text = useText()
  const { data } = useQuery({ queryKey: ['dispatch', 'waiting'], queryFn: () => client.dispatch.waiting() })
  return KEYS.map((key) => <Tile key={key} count={data?.[key] ?? 0} words={text.dispatch[key]} href="/dispatch" />)
}
