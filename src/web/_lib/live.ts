import { useEffect } from 'react'
import { queries } from '#web/_lib/query.ts'

/** What others' work never changes on a screen: who I am, what a form was begun with, and the journal while it is read backwards. */
const OWN: ReadonlySet<unknown> = new Set(['session', 'setup', 'record-start', 'journal'])
/** What only changes where its own noun does. */
const APART: Readonly<Record<string, readonly string[]>> = {
  organisation: ['organisation'],
  plan: ['plan', 'commitment', 'question', 'plan-import'],
}
/** Work of others comes in bursts: screens follow at most so often. */
const AT_MOST_EVERY_MS = 1500

/** Whether the stream stands: what is done here comes back on it, too. */
let isHeard = false

/** What a verb changed, and the page shows already: asked for again, but only once where the stream brings it anyway. */
export function changedHere(queryKey: readonly string[]): void {
  void queries.invalidateQueries({ queryKey, refetchType: isHeard ? 'none' : 'active' })
}

/**
 * Keeps what is on the screen up to date with what others do: what is shown is asked for again in the background, so nothing jumps and nothing typed is lost.
 * Only while the page is seen: browsers hold few connections to one server.
 */
export function useLive(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const waiting = new Set<string>()
    let [stream, timer, wasLost]: [EventSource | null, number | undefined, boolean] = [null, undefined, false]
    const follow = (nouns: readonly string[]): void => {
      for (const noun of nouns) waiting.add(noun)
      timer ??= window.setTimeout(() => {
        timer = undefined
        const changed = new Set(waiting)
        waiting.clear()
        invalidate(changed)
      }, AT_MOST_EVERY_MS)
    }
    const open = (): void => {
      if (stream !== null || document.hidden) return
      stream = new EventSource('/api/live')
      stream.addEventListener('changed', ({ data }) => follow(nounsIn(data)))
      stream.addEventListener('open', () => {
        // something may have been missed
        if (wasLost) follow(['*'])
        wasLost = false
        isHeard = true
      })
      stream.addEventListener('error', () => {
        wasLost = true
        isHeard = false
      })
    }
    const close = (): void => {
      stream?.close()
      stream = null
      isHeard = false
    }
    const turn = (): void => {
      if (!document.hidden) return open()
      close()
      wasLost = true
    }
    open()
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      window.clearTimeout(timer)
      close()
    }
  }, [isOn])
}

function nounsIn(data: unknown): readonly string[] {
  const value: unknown = typeof data === 'string' ? JSON.parse(data) : null
  if (typeof value !== 'object' || value === null || !('nouns' in value) || !Array.isArray(value.nouns)) return ['*']
  return value.nouns.filter((noun) => typeof noun === 'string')
}

function invalidate(changed: ReadonlySet<string>): void {
  void queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => isTouched(first, changed) })
}

/** Whether what is kept under a key may look different now. Figures follow from nearly everything. */
export function isTouched(first: unknown, changed: ReadonlySet<string>): boolean {
  if (OWN.has(first)) return false
  const own = typeof first === 'string' && Object.hasOwn(APART, first) ? APART[first] : undefined
  return own === undefined || changed.has('*') || own.some((noun) => changed.has(noun))
}
