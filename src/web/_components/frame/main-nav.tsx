import { Link, useLocation } from '@tanstack/react-router'
import { useText } from '#web/_lib/language.ts'
import { isAt, links, type Place } from './rooms.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** 主导航: home and the rooms one may enter. A room is marked in each of its places. */
export function MainNav({ rooms }: { readonly rooms: readonly (readonly Place[])[] }) {
  const text = useText({ zh, en })
  const path = useLocation({ select: ({ pathname }) => pathname })
  return (
    <nav aria-label={text.nav}>
      <Link to="/" activeOptions={{ exact: true }}>
        {text.home}
      </Link>
      {rooms.map((places) => {
        const [first] = places
        if (first === undefined) return null
        return (
          <Link key={first.word} {...links[first.word]} className={places.some((place) => isAt(place, path)) ? 'active' : undefined}>
            {places.length === 1 ? text[first.word] : (text.rooms[first.word] ?? text[first.word])}
          </Link>
        )
      })}
    </nav>
  )
}

/** The places of the room one is in; nothing where there is one only. */
export function RoomNav({ rooms }: { readonly rooms: readonly (readonly Place[])[] }) {
  const text = useText({ zh, en })
  const path = useLocation({ select: ({ pathname }) => pathname })
  const places = rooms.find((room) => room.some((place) => isAt(place, path))) ?? []
  if (places.length < 2) return null
  return (
    <nav className="room" aria-label={text.room}>
      {places.map((place) => (
        <Link key={place.word} {...links[place.word]} className={isAt(place, path) ? 'active' : undefined}>
          {text[place.word]}
        </Link>
      ))}
    </nav>
  )
}
