import { useCallback, useEffect, useRef, useState } from 'react'
import { sendEvidence } from '#web/_components/evidence/send-evidence.ts'
import { useWhyRefused } from '#web/_components/evidence/why-refused.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { dropFile, keepFile, type KeptFile, keptFiles } from '#web/_lib/kept-files.ts'
import { useSession } from '#web/_lib/session.ts'
import { loadSm3 } from '#web/_lib/sm3.ts'

/** A file that was taken. */
export interface TakenPhoto {
  readonly evidence: string
  readonly name: string
}

/** One on its way. `isSafe`: it is kept on this device. */
interface Waiting {
  readonly kept: KeptFile
  readonly isSafe: boolean
}

/** Photos and files that are on their way to places of one page. */
export interface PhotoQueue {
  readonly waiting: readonly Waiting[]
  readonly refused: readonly { readonly place: string; readonly words: string }[]
  readonly isSending: boolean
  readonly add: (place: string, files: readonly File[]) => Promise<void>
  readonly send: () => Promise<void>
  /** Gives up what waits for a place. */
  readonly giveUp: (place: string) => void
}

/** So often what could not be sent is tried again, in milliseconds. */
const AGAIN = 15_000
/** Answers that stay the same however often a file is sent. */
const FINAL: ReadonlySet<string> = new Set(['REFUSED', 'INVALID', 'PAYLOAD_TOO_LARGE', 'FORBIDDEN'])
const NETWORK = Symbol('no network')

/**
 * Takes photos for places that begin so: each is kept on this device before it is sent, and dropped from it once it was taken (`onTaken`) or refused for good.
 * What was kept by an earlier visit of the page is sent as well.
 */
export function usePhotoQueue(places: string, onTaken: (place: string, photo: TakenPhoto) => void): PhotoQueue {
  const account = useSession().data?.accountId ?? ''
  const whyRefused = useWhyRefused()
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const [refused, setRefused] = useState<PhotoQueue['refused']>([])
  const [isSending, setIsSending] = useState(false)
  const now = useRef(waiting)
  const isBusy = useRef(false)
  const put = useCallback((next: readonly Waiting[]): void => {
    now.current = next
    setWaiting(next)
  }, [])
  // what is called when an answer comes is what stands then
  const told = useRef({ onTaken, whyRefused })
  useEffect(() => {
    told.current = { onTaken, whyRefused }
  })
  const send = useCallback(async () => {
    if (isBusy.current || now.current.length === 0) return
    isBusy.current = true
    setIsSending(true)
    const tried = new Set<KeptFile>()
    const nextOf = (): Waiting | undefined => now.current.find(({ kept }) => !tried.has(kept))
    for (let next = nextOf(); next !== undefined; next = nextOf()) {
      const { kept } = next
      const { place, name, type, bytes } = kept
      tried.add(kept)
      const failure = await sendEvidence(new File([bytes], name, { type }), () => undefined).done.then(
        ({ evidence }) => {
          told.current.onTaken(place, { evidence: evidence.id, name: evidence.name })
          return null
        },
        (error: unknown) => (failureOf(error).code === 'NETWORK' ? NETWORK : error),
      )
      if (failure === NETWORK) break
      if (failure !== null && !FINAL.has(failureOf(failure).code)) continue
      if (failure !== null) setRefused((before) => [...before, { place, words: `${name}：${told.current.whyRefused(failure)}` }])
      await dropFile(account, kept)
      put(now.current.filter((each) => each.kept !== kept))
    }
    isBusy.current = false
    setIsSending(false)
  }, [account, put])
  useEffect(() => {
    let isGone = false
    // without a network it could not be loaded any more
    void loadSm3().catch(() => undefined)
    void keptFiles(account, places).then((found) => {
      if (isGone) return
      put(
        added(
          now.current,
          found.map((kept) => ({ kept, isSafe: true })),
        ),
      )
      void send()
    })
    const again = (): void => void send()
    const timer = window.setInterval(again, AGAIN)
    window.addEventListener('online', again)
    return () => {
      isGone = true
      window.clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [account, places, put, send])
  return {
    waiting,
    refused,
    isSending,
    send,
    add: async (place, files) => {
      setRefused((before) => before.filter((each) => each.place !== place))
      for (const file of files) put(added(now.current, [await keepFile(account, place, file)]))
      await send()
    },
    giveUp: (place) => {
      for (const { kept } of now.current) if (kept.place === place) void dropFile(account, kept)
      put(now.current.filter(({ kept }) => kept.place !== place))
    },
  }
}

/** Each content once at a place. */
function added(waiting: readonly Waiting[], some: readonly Waiting[]): readonly Waiting[] {
  const isThere = ({ place, digest }: KeptFile): boolean => waiting.some(({ kept }) => kept.place === place && kept.digest === digest)
  return [...waiting, ...some.filter(({ kept }) => !isThere(kept))]
}
