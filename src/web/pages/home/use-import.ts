import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { type Failure, failureOf } from '#web/_lib/failure.ts'
import { queries } from '#web/_lib/query.ts'
import { type ImportStarted, uploadPlan } from './upload-plan.ts'

/** The plan that was made from the same bytes before. */
type Earlier = NonNullable<ImportStarted['sameAs']>

/** What the import on the screen is doing; `twice`: it is done, and the same file had been imported before; `alike`: so had one it may be a version of. */
type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly file: string; readonly share: number }
  | { readonly kind: 'running'; readonly file: string; readonly importId: string; readonly sameAs: Earlier | null }
  | { readonly kind: 'twice'; readonly planId: string; readonly earlier: Earlier }
  | { readonly kind: 'alike'; readonly planId: string; readonly earlier: Earlier; readonly share: number }
  | { readonly kind: 'refused'; readonly file: string; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly file: string; readonly code: string; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'cancelled' }

/** The course of an import as the server tells it. */
type Progress = Awaited<ReturnType<typeof client.planImport.get>>

export interface PlanImport {
  readonly state: ImportState
  readonly progress: Progress | undefined
  readonly send: (file: File) => void
  readonly loadSample: (name: string) => void
  readonly cancel: () => void
  readonly reset: () => void
}

const ASK_EVERY_MS = 300

/** Sends a file, follows its import, and opens the plan when it is done. */
export function useImport(): PlanImport {
  const navigate = useNavigate()
  const [state, setState] = useState<ImportState>({ kind: 'idle' })
  const stop = useRef<() => void>(() => {})
  const importId = state.kind === 'running' ? state.importId : ''
  const progress = useQuery({
    queryKey: ['import', importId],
    queryFn: () => client.planImport.get({ id: importId }),
    enabled: importId !== '',
    refetchInterval: ({ state: { data } }) => (data !== undefined && isOver(data) ? false : ASK_EVERY_MS),
  }).data

  const start = async (file: string, begin: () => Promise<ImportStarted>): Promise<void> => {
    try {
      const { importId: id, sameAs } = await begin()
      setState({ kind: 'running', file, importId: id, sameAs })
    } catch (error) {
      const isCancelled = error instanceof DOMException && error.name === 'AbortError'
      setState(isCancelled ? { kind: 'cancelled' } : refused(file, failureOf(error)))
    }
  }
  const send = (file: File): void => {
    setState({ kind: 'sending', file: file.name, share: 0 })
    const upload = uploadPlan(file, (share) => setState({ kind: 'sending', file: file.name, share }))
    stop.current = upload.cancel
    void start(file.name, () => upload.done)
  }
  const loadSample = (name: string): void => {
    setState({ kind: 'sending', file: name, share: 1 })
    void start(name, async () => ({ sameAs: null, ...(await client.plan.loadSample()) }))
  }
  const cancel = (): void => {
    if (state.kind === 'sending') stop.current()
    if (state.kind === 'running')
      void client.planImport.cancel({ id: state.importId }).catch(() => queries.invalidateQueries({ queryKey: ['import'] }))
  }

  const isTwice = state.kind === 'running' && (state.sameAs !== null || (progress?.alike.length ?? 0) > 0)
  const planId = progress?.state === 'done' ? progress.planId : null
  useEffect(() => {
    if (planId === null) return
    void queries.invalidateQueries({ queryKey: ['plans'] })
    // the person decides first what becomes of a second copy
    if (!isTwice) void navigate({ to: '/plans/$planId', params: { planId } })
  }, [planId, isTwice, navigate])

  return { state: shown(state, progress), progress, send, loadSample, cancel, reset: () => setState({ kind: 'idle' }) }
}

function isOver({ state }: Progress): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}

/** What the screen shows: a running import that the server has ended is over; a second copy waits for the person. */
function shown(state: ImportState, progress: Progress | undefined): ImportState {
  if (state.kind !== 'running' || progress === undefined) return state
  if (progress.state === 'cancelled') return { kind: 'cancelled' }
  if (progress.state === 'done' && progress.planId !== null && state.sameAs !== null)
    return { kind: 'twice', planId: progress.planId, earlier: state.sameAs }
  const [alike] = progress.alike
  if (progress.state === 'done' && progress.planId !== null && alike !== undefined)
    return { kind: 'alike', planId: progress.planId, earlier: alike, share: alike.share }
  if (progress.state !== 'failed') return state
  return { kind: 'failed', file: state.file, code: progress.error?.code ?? '', params: progress.error?.params ?? {} }
}

/** A file refused before it was read: what is wrong with the file itself has words of its own. */
function refused(file: string, failure: Failure): ImportState {
  const code = failure.fields.get('file') ?? (failure.code === 'PAYLOAD_TOO_LARGE' ? 'too-large' : undefined)
  return code === undefined || code === 'missing' ? { kind: 'refused', file, failure } : { kind: 'failed', file, code, params: {} }
}
