import { useState } from 'react'
import { Link, useLocation } from '@tanstack/react-router'
import { Icon } from '#web/_components/icon.tsx'
import { useText } from '#web/_lib/language.ts'
import { isAt, links, type Place } from './rooms.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

type Rooms = readonly (readonly Place[])[]

/** 主导航: home and the rooms one may enter. A room is marked in each of its places. Where the screen is narrow it opens from a button. */
export function MainNav({ rooms }: { readonly rooms: Rooms }) {
  const text = useText<Text>({ zh, en })
  const path = useLocation({ select: ({ pathname }) => pathname })
  const [isOpen, setIsOpen] = useState(false)
  const room = roomAt(rooms, path)
  return (
    <>
      <button type="button" className="plain menu" aria-expanded={isOpen} aria-controls="main-nav" onClick={() => setIsOpen(!isOpen)}>
        <Icon name={isOpen ? 'close' : 'menu'} />
        {path === '/' ? text.home : room === undefined ? text.menu : nameOf(room, text)}
      </button>
      <nav id="main-nav" aria-label={text.nav} className={isOpen ? 'open' : undefined} onClick={() => setIsOpen(false)}>
        <Link to="/" activeOptions={{ exact: true }}>
          {text.home}
        </Link>
        {rooms.map((places) => {
          const [first] = places
          if (first === undefined) return null
          return (
            <Link key={first.word} {...links[first.word]} className={places === room ? 'active' : undefined}>
              {nameOf(places, text)}
            </Link>
          )
        })}
      </nav>
    </>
  )
}

/** The places of the room one is in; nothing where there is one only. */
export function RoomNav({ rooms }: { readonly rooms: Rooms }) {
  const text = useText<Text>({ zh, en })
  const path = useLocation({ select: ({ pathname }) => pathname })
  const places = roomAt(rooms, path) ?? []
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

const roomAt = (rooms: Rooms, path: string) => rooms.find((room) => room.some((place) => isAt(place, path)))

/** A room is called like its first place, where it has no name of its own. */
function nameOf(places: readonly Place[], text: Text): string {
  const [first] = places
  if (first === undefined) return ''
  return places.length === 1 ? text[first.word] : (text.rooms[first.word] ?? text[first.word])
}
