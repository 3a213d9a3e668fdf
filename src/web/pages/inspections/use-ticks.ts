import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { InspectionView } from '#contract/inspection.ts'
import type { InspectionAnswer } from '#core/inspection/inspection.ts'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { keep, readKept } from '#web/_lib/kept.ts'
import { useSession } from '#web/_lib/session.ts'

/** What was ticked and not sent yet. `version`: what it is put in the place of; `trouble`: why it was not taken; null: it waits to be sent. */
export interface Tick {
  readonly visit: string
  readonly item: string
  readonly version: number
  readonly answer: InspectionAnswer
  readonly note: string
  readonly photos: readonly string[]
  readonly trouble: 'conflict' | 'refused' | null
}

type Ticks = Readonly<Record<string, Tick>>

/** So long after the last key a note is sent, and so often what could not be sent is tried again, in milliseconds. */
const AFTER_TYPING = 700
const AGAIN = 15_000

export function tickKey({ visit, item }: Pick<Tick, 'visit' | 'item'>): string {
  return `${visit} ${item}`
}

/**
 * What is ticked on the spot: kept in this tab at once, so that a reload or a lost connection loses nothing, and sent one after the other as soon as there is a
 * network.
 */
export function useTicks(inspection: InspectionView) {
  const cache = useQueryClient()
  const account = useSession().data?.accountId ?? ''
  const name = `inspection:${inspection.id}`
  const [ticks, setTicks] = useState<Ticks>(() => ticksIn(readKept(account, name)))
  const [error, setError] = useState<unknown>(null)
  const now = useRef(ticks)
  const isSending = useRef(false)
  const put = useCallback(
    (next: Ticks) => {
      now.current = next
      keep(account, name, next)
      setTicks(next)
    },
    [account, name],
  )
  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    try {
      for (let next = firstOf(now.current); next !== undefined; next = firstOf(now.current)) {
        const [key, { trouble: _, ...tick }] = next
        const taken = await client.inspection.answer({ id: inspection.id, ...tick, photos: [...tick.photos] })
        cache.setQueryData<InspectionView>(['inspection', 'one', inspection.id], (view) =>
          view === undefined ? view : { ...view, answers: [...view.answers.filter((each) => tickKey(each) !== key), taken] },
        )
        const later = now.current[key]
        // what was typed while it was on its way goes next
        if (later !== undefined && isSame(later, tick)) put(without(now.current, key))
        else if (later !== undefined) put({ ...now.current, [key]: { ...later, version: taken.version } })
        setError(null)
      }
    } catch (thrown) {
      setError(thrown)
      const { code } = failureOf(thrown)
      const stuck = firstOf(now.current)
      if (stuck !== undefined && (code === 'CONFLICT' || code === 'REFUSED' || code === 'INVALID')) {
        put({ ...now.current, [stuck[0]]: { ...stuck[1], trouble: code === 'CONFLICT' ? 'conflict' : 'refused' } })
        await cache.invalidateQueries({ queryKey: ['inspection', 'one', inspection.id] })
      }
    } finally {
      isSending.current = false
    }
  }, [cache, inspection.id, put])
  useEffect(() => {
    if (firstOf(ticks) === undefined) return undefined
    const timer = window.setTimeout(() => void send(), AFTER_TYPING)
    return () => window.clearTimeout(timer)
  }, [ticks, send])
  useEffect(() => {
    const again = (): void => void send()
    const timer = window.setInterval(again, AGAIN)
    window.addEventListener('online', again)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [send])
  return {
    ticks,
    error,
    send,
    set: (tick: Omit<Tick, 'trouble'>) => put({ ...now.current, [tickKey(tick)]: { ...tick, trouble: null } }),
    /** A file was taken for an item, whichever visit is shown. */
    addPhoto: (key: string, evidence: string) => {
      const before = now.current[key]
      const stands = before ?? inspection.answers.find((each) => tickKey(each) === key)
      const [visit = '', item = ''] = key.split(' ')
      const photos = before?.photos ?? answeredPhotos(inspection, key)
      if (photos.includes(evidence)) return
      put({
        ...now.current,
        [key]: {
          visit,
          item,
          version: stands?.version ?? 0,
          answer: stands?.answer ?? 'to-verify',
          note: stands?.note ?? '',
          photos: [...photos, evidence],
          trouble: null,
        },
      })
    },
    drop: (tick: Pick<Tick, 'visit' | 'item'>) => put(without(now.current, tickKey(tick))),
  }
}

function answeredPhotos({ answers }: InspectionView, key: string): readonly string[] {
  return answers.find((each) => tickKey(each) === key)?.photos.map(({ evidence }) => evidence) ?? []
}

function firstOf(ticks: Ticks): readonly [string, Tick] | undefined {
  return Object.entries(ticks).find(([, { trouble }]) => trouble === null)
}

function without(ticks: Ticks, key: string): Ticks {
  return Object.fromEntries(Object.entries(ticks).filter(([each]) => each !== key))
}

function isSame(a: Omit<Tick, 'trouble'>, b: Omit<Tick, 'trouble'>): boolean {
  return a.answer === b.answer && a.note === b.note && a.photos.join() === b.photos.join()
}

function ticksIn(kept: unknown): Ticks {
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Tick] => isTick(entry[1])))
}

function isTick(value: unknown): value is Tick {
  return typeof value === 'object' && value !== null && 'visit' in value && 'item' in value && 'answer' in value && 'photos' in value
}
