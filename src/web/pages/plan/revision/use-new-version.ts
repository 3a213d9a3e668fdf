import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { type Failure, failureOf } from '#web/_lib/failure.ts'
import { queries } from '#web/_lib/query.ts'
import { uploadPlan } from '#web/pages/home/upload-plan.ts'

/** How far a new version has come. `failed`: the file cannot be read, `refused`: the server says no. */
type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly step: 'sending' | 'reading' | 'comparing'; readonly file: string }
  | { readonly kind: 'failed'; readonly file: string; readonly code: string; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly file: string; readonly failure: Failure }

const ASK_EVERY_MS = 300

export interface NewVersion {
  readonly state: State
  readonly send: (file: File) => void
  readonly reset: () => void
}

/** Sends a document, has it read, holds it against a plan, and opens what differs. */
export function useNewVersion(planId: string): NewVersion {
  const navigate = useNavigate()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const run = async (file: File): Promise<void> => {
    const at = (step: 'sending' | 'reading' | 'comparing'): void => setState({ kind: 'busy', step, file: file.name })
    try {
      at('sending')
      const { importId } = await uploadPlan(file, () => {}).done
      at('reading')
      const read = await ended(importId)
      if (read.planId === null) {
        setState({ kind: 'failed', file: file.name, code: read.error?.code ?? '', params: read.error?.params ?? {} })
        return
      }
      at('comparing')
      const { id } = await client.revision.compare({ planId, from: read.planId })
      void queries.invalidateQueries({ queryKey: ['plans'] })
      void queries.invalidateQueries({ queryKey: ['plan', planId] })
      await navigate({ to: '/plans/$planId/revisions/$id', params: { planId, id } })
    } catch (error) {
      const failure = failureOf(error)
      const code = failure.fields.get('file') ?? (failure.code === 'PAYLOAD_TOO_LARGE' ? 'too-large' : undefined)
      if (code === undefined) setState({ kind: 'refused', file: file.name, failure })
      else setState({ kind: 'failed', file: file.name, code, params: {} })
    }
  }
  return { state, send: (file) => void run(file), reset: () => setState({ kind: 'idle' }) }
}

type Import = Awaited<ReturnType<typeof client.planImport.get>>

/** Waits for the end of an import. */
async function ended(importId: string): Promise<Import> {
  for (;;) {
    const found = await client.planImport.get({ id: importId })
    if (found.state === 'done' || found.state === 'failed' || found.state === 'cancelled') return found
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}
