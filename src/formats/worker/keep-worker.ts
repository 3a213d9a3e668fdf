import type { Transferable, Worker } from 'node:worker_threads'
import { FormatError } from '#formats/errors/format-error.ts'
import { answerOf, startWorker, type WorkerLimits } from './run-in-worker.ts'

/** A thread that does one job after the other, so that what it has loaded and learned is used again. */
export interface KeptWorker<Job, Result> {
  /**
   * One job; the limits hold for each, `signal` for this one beside theirs. Wait for the answer before giving the next.
   * @throws FormatError what the job threw, or `timeout`, `out-of-memory`, `aborted`; any other error is a bug in the job
   */
  readonly run: (job: Job, transfer?: readonly Transferable[], signal?: AbortSignal) => Promise<Result>
  readonly end: () => Promise<void>
}

/**
 * Keeps a thread for many jobs. One that ran out of time or memory, or broke, is ended and another takes its place with the next job.
 * @param url a `*.worker.ts` that calls `answerFromWorker` on each message of its parent
 */
export function keepWorker<Job, Result>(url: URL, limits: WorkerLimits): KeptWorker<Job, Result> {
  let kept: Worker | null = null
  const start = (): Worker => {
    const started = startWorker(url, limits)
    started.once('exit', () => {
      if (kept === started) kept = null
    })
    return started
  }
  const end = async (): Promise<void> => {
    const ending = kept
    kept = null
    await ending?.terminate()
  }
  const run = async (job: Job, transfer: readonly Transferable[] = [], signal?: AbortSignal): Promise<Result> => {
    const signals = [limits.signal, signal].filter((each) => each !== undefined)
    const bounds = { ...limits, signal: AbortSignal.any(signals) }
    if (bounds.signal.aborted) throw new FormatError('aborted')
    kept ??= start()
    let hasAnswered = false
    const worker = kept
    worker.ref()
    worker.once('message', () => {
      hasAnswered = true
    })
    worker.postMessage(job, [...transfer])
    try {
      return await answerOf<Result>(worker, url, bounds)
    } finally {
      // a thread that waits for its next job holds up nobody who wants to end
      worker.unref()
      if (!hasAnswered) await end()
    }
  }
  return { run, end }
}
