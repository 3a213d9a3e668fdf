import { PathLink } from '#web/_components/path-link.tsx'

interface TileProps {
  readonly count: number
  readonly words: string
  readonly href: string
}

/** How many of something wait, and where they are worked off; nothing where none does. */
export function Tile({ count, words, href }: TileProps) {
  if (count === 0) return null
  return (
    <PathLink href={href} className="tile">
      <b>{count}</b>
      {words}
    </PathLink>
  )
}
