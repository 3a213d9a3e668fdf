import { useState } from 'react'
import { type Failure, failureOf } from '#web/_lib/failure.ts'

/** Sending a form. The pages before sign-in do without the query library: they are the first that load. */
export interface Submit {
  readonly isPending: boolean
  readonly failure: Failure | null
  readonly send: () => Promise<void>
}

/** `run` sends the form and goes on; what it throws is shown. */
export function useSubmit(run: () => Promise<void>): Submit {
  const [isPending, setIsPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const send = async (): Promise<void> => {
    setIsPending(true)
    setFailure(null)
    try {
      await run()
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setIsPending(false)
    }
  }
  return { isPending, failure, send }
}
