import { useRef, useState } from 'react'
import { client } from '#web/_lib/client.ts'
import type { Sending } from '#web/_lib/send-file.ts'
import { type EvidenceTaken, sendEvidence } from './send-evidence.ts'

/** A file a person gave: on its way, here, or refused. */
export interface GivenFile {
  readonly key: number
  readonly name: string
  readonly size: number
  readonly state:
    | { readonly kind: 'sending'; readonly share: number }
    | { readonly kind: 'here'; readonly taken: EvidenceTaken }
    | { readonly kind: 'refused'; readonly error: unknown }
}

/** The files of a form while the person types. */
export interface GivenEvidence {
  readonly files: readonly GivenFile[]
  /** Ids of those that are here, for `record.enter` and `record.correct`. */
  readonly ids: readonly EvidenceTaken['evidence']['id'][]
  readonly isBusy: boolean
  readonly add: (files: readonly File[]) => void
  /** Stops the sending of a file, or takes it back. */
  readonly remove: (file: GivenFile) => void
  /** After the record was saved. */
  readonly clear: () => void
}

/** So many are sent at once. */
const AT_ONCE = 2

interface Waiting {
  readonly key: number
  readonly file: File
}

/** Sends files as they are given, and knows what became of them. `onHere`: hears of each that has arrived. */
export function useEvidence(onHere: (taken: EvidenceTaken) => void = () => {}): GivenEvidence {
  const [files, setFiles] = useState<readonly GivenFile[]>([])
  const next = useRef(1)
  const waiting = useRef<Waiting[]>([])
  const sending = useRef(new Map<number, Sending<EvidenceTaken>>())
  const become = (key: number, state: GivenFile['state']): void =>
    setFiles((given) => given.map((each) => (each.key === key ? { ...each, state } : each)))
  const forget = (key: number): void => setFiles((given) => given.filter((each) => each.key !== key))

  const sendOne = async ({ key, file }: Waiting): Promise<void> => {
    const one = sendEvidence(file, (share) => become(key, { kind: 'sending', share }))
    sending.current.set(key, one)
    try {
      const taken = await one.done
      become(key, { kind: 'here', taken })
      onHere(taken)
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') forget(key)
      else become(key, { kind: 'refused', error })
    }
    sending.current.delete(key)
    sendMore()
  }
  const sendMore = (): void => {
    while (sending.current.size < AT_ONCE) {
      const first = waiting.current.shift()
      if (first === undefined) return
      void sendOne(first)
    }
  }
  const add = (chosen: readonly File[]): void => {
    const given = chosen.map((file) => ({ key: next.current++, file }))
    setFiles((before) => [
      ...before,
      ...given.map(({ key, file }): GivenFile => ({ key, name: file.name, size: file.size, state: { kind: 'sending', share: 0 } })),
    ])
    waiting.current.push(...given)
    sendMore()
  }
  const remove = ({ key, state }: GivenFile): void => {
    waiting.current = waiting.current.filter((each) => each.key !== key)
    const under = sending.current.get(key)
    if (under !== undefined) return under.cancel()
    forget(key)
    // what others use already stays
    if (state.kind === 'here' && !state.taken.isKnown) void client.evidence.discard({ id: state.taken.evidence.id }).catch(() => undefined)
  }
  const here = files.flatMap(({ state }) => (state.kind === 'here' ? [state.taken.evidence.id] : []))
  return {
    files,
    ids: [...new Set(here)],
    isBusy: files.some(({ state }) => state.kind === 'sending'),
    add,
    remove,
    clear: () => setFiles([]),
  }
}
