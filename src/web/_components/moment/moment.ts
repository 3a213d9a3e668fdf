import { useRouter, useSearch } from '@tanstack/react-router'
import { momentFrom, momentKeys, type MomentSearch } from './search.ts'

/** The same as the server takes it. */
export interface Moment {
  readonly asOf: string | null
  readonly knownAt: string | null
}

/** The moment that is looked at, and the way to another. */
export function useMoment(): {
  readonly moment: Moment
  /** As an address and a query of the server take it: what is not said is left out. */
  readonly asked: MomentSearch
  readonly isPast: boolean
  readonly go: (moment: Moment) => void
} {
  const asked = momentFrom(useSearch({ strict: false }))
  const { history } = useRouter()
  const moment = { asOf: asked.asOf ?? null, knownAt: asked.knownAt ?? null }
  return {
    moment,
    asked,
    isPast: moment.asOf !== null || moment.knownAt !== null,
    go(next) {
      const { pathname, search, hash } = new URL(history.location.href, location.origin)
      const given = new URLSearchParams(search)
      for (const key of momentKeys) {
        const value = next[key]
        if (value === null) given.delete(key)
        else given.set(key, value)
      }
      history.replace(`${pathname}${given.size === 0 ? '' : `?${given.toString()}`}${hash}`)
    },
  }
}
