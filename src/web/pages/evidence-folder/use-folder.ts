import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sendEvidence } from '#web/_components/evidence/send-evidence.ts'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { type Given, filesIn } from './model/given-files.ts'
import { type FolderRow, rowsOf } from './model/rows.ts'

/** As many files as are gone through at once. */
export const MOST = 2000
/** So many are sent at once. */
const AT_ONCE = 2

/** Where one is: nothing given, the dry run, files on their way, all sent but some refused, linked. */
export type Phase = 'empty' | 'trial' | 'sending' | 'sent' | 'done'

/** A folder of scans: what was given, which records it means, and what became of it. Nothing is linked before all of it is here. */
export function useFolder(register: string | null) {
  const [rows, setRows] = useState<readonly FolderRow[]>([])
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [phase, setPhase] = useState<Phase>('empty')
  const [linked, setLinked] = useState({ files: 0, records: 0 })
  const stops = useRef(new Set<() => void>())
  const isStopped = useRef(false)

  const match = useMutation({
    mutationFn: async ({ given, of }: { readonly given: readonly Given[]; readonly of: string | null }) => {
      if (given.length === 0) throw new EmptyFolder()
      if (given.length > MOST) throw new TooMany(given.length)
      return { given, answer: await client.evidence.match({ register: of, names: given.map(({ path }) => path.slice(-1000)) }) }
    },
    onSuccess: ({ given, answer }) => {
      setRows(rowsOf(given, answer.items))
      setNames(answer.names)
      setPhase('trial')
    },
  })
  const give = useMutation({
    mutationFn: (files: Promise<Parameters<typeof filesIn>[0]>) => files.then(filesIn),
    onSuccess: (given) => match.mutate({ given, of: register }),
  })
  const link = useMutation({
    mutationFn: async (all: readonly FolderRow[]) => {
      const links = all.flatMap(({ chosen, state }) =>
        chosen !== null && state.kind === 'here' ? [{ record: chosen, evidence: state.evidence }] : [],
      )
      await client.evidence.linkMany({ links })
      return { files: links.length, records: new Set(links.map(({ record }) => record)).size }
    },
    onSuccess: (done) => {
      setLinked(done)
      setPhase('done')
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['evidence'] }),
  })

  const become = (key: number, state: FolderRow['state']): void =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, state } : row)))

  const sendOne = async (row: FolderRow): Promise<FolderRow> => {
    const settle = (state: FolderRow['state']): FolderRow => {
      become(row.key, state)
      return { ...row, state }
    }
    try {
      const blob = await row.given.open()
      const one = sendEvidence(new File([blob], row.given.path.split('/').at(-1) ?? 'file'), (share) =>
        become(row.key, { kind: 'sending', share }),
      )
      stops.current.add(one.cancel)
      const { evidence, isKnown } = await one.done.finally(() => stops.current.delete(one.cancel))
      return settle({ kind: 'here', evidence: evidence.id, isKnown })
    } catch (error) {
      return settle(isStopped.current ? { kind: 'waiting' } : { kind: 'refused', error })
    }
  }

  const send = async (): Promise<void> => {
    isStopped.current = false
    setPhase('sending')
    const waiting = rows.filter(({ chosen, state }) => chosen !== null && state.kind !== 'here')
    const sent = new Map(rows.map((row) => [row.key, row]))
    const worker = async (): Promise<void> => {
      for (let row = waiting.shift(); row !== undefined && !isStopped.current; row = waiting.shift()) sent.set(row.key, await sendOne(row))
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    const all = [...sent.values()]
    if (isStopped.current) return takeBack(all)
    if (all.some(({ chosen, state }) => chosen !== null && state.kind !== 'here')) return setPhase('sent')
    link.mutate(all, { onError: () => setPhase('sent') })
  }

  /** What was sent for nothing goes again; what others use stays. */
  const takeBack = async (all: readonly FolderRow[]): Promise<void> => {
    const own = all.flatMap(({ state }) => (state.kind === 'here' && !state.isKnown ? [state.evidence] : []))
    await Promise.allSettled([...new Set(own)].map((id) => client.evidence.discard({ id })))
    setRows(all.map((row): FolderRow => ({ ...row, state: { kind: 'waiting' } })))
    setPhase('trial')
  }

  return {
    rows,
    names,
    phase,
    linked,
    give: (files: Promise<Parameters<typeof filesIn>[0]>) => give.mutate(files),
    matchAgain: (of: string | null) => match.mutate({ given: rows.map(({ given }) => given), of }),
    choose: (key: number, chosen: FolderRow['chosen']) => setRows(rows.map((row) => (row.key === key ? { ...row, chosen } : row))),
    send: () => void send(),
    linkRest: () => link.mutate(rows),
    stop: () => {
      isStopped.current = true
      for (const stop of stops.current) stop()
    },
    takeBack: () => void takeBack(rows),
    again: () => {
      setRows([])
      setPhase('empty')
    },
    isReading: give.isPending || match.isPending,
    isLinking: link.isPending,
    error: give.error ?? match.error ?? link.error,
  }
}

export type Folder = ReturnType<typeof useFolder>

export class EmptyFolder extends Error {}

export class TooMany extends Error {
  readonly count: number
  constructor(count: number) {
    super('too many files')
    this.count = count
  }
}
