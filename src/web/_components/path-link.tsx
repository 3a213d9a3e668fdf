import { useRouter, useSearch } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'
import { momentFrom, withMoment } from '#web/_components/moment/search.ts'

interface PathLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** A path of our own with its search, as `pathTo` makes it. */
  readonly href: string
}

/** A link to a page by its path, without loading the program anew; with a key held the browser does as always. It keeps the moment that is looked at. */
export function PathLink({ href: path, children, ...anchor }: PathLinkProps) {
  const { history } = useRouter()
  const href = withMoment(path, momentFrom(useSearch({ strict: false })))
  return (
    <a
      {...anchor}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        history.push(href)
      }}
    >
      {children}
    </a>
  )
}

/** A path with its search: what is null is left out. */
export function pathTo(path: string, search: Readonly<Record<string, string | null>> = {}): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}
