import { useNavigate } from '@tanstack/react-router'
import type { droppedFiles } from '#web/_lib/given-files.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useText } from './use-text.ts'

export type GivenFile = Awaited<ReturnType<typeof droppedFiles>>[number]

/** More than one file, a folder or an archive: they become a batch, whose page is opened. */
export function useManyPlans(): (given: readonly GivenFile[]) => Promise<void> {
  const text = useText()
  const failureText = useFailureText()
  const navigate = useNavigate()
  return async (given) => {
    try {
      const { beginBatch } = await import('#web/pages/plan-batches/begin.ts')
      const begun = await beginBatch(given, () => {})
      if (begun.batchId === null) tell('error', begun.count === 0 ? text.noneToImport : text.tooMany(begun.count))
      else await navigate({ to: '/plan-batches/$batchId', params: { batchId: begun.batchId } })
    } catch (error) {
      tell('error', failureText(error))
    }
  }
}
