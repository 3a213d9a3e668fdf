import { Worker, type Transferable, type WorkerOptions } from 'node:worker_threads'
import { FormatError } from '#formats/errors/format-error.ts'
import type { WorkerOutcome } from './answer-from-worker.ts'

/** Bounds of one run. `ms`: wall time in milliseconds; `mb`: JavaScript heap in megabytes (buffers are not counted). */
export interface WorkerLimits {
  readonly ms: number
  readonly mb: number
  readonly signal?: AbortSignal | undefined
}

const STACK_MB = 4

/**
 * Runs one job in a thread of its own that cannot outlive, outgrow or bring down the process.
 * @param url a `*.worker.ts` that calls `answerFromWorker`
 * @param data cloned into the thread; buffers in `transfer` are moved and lost to the caller
 * @throws FormatError what the job threw, or `timeout`, `out-of-memory`, `aborted`; any other error is a bug in the job
 */
export async function runInWorker<Result>(
  url: URL,
  data: unknown,
  limits: WorkerLimits,
  transfer: readonly Transferable[] = [],
): Promise<Result> {
  if (limits.signal?.aborted === true) throw new FormatError('aborted')
  const worker = startWorker(url, limits, { workerData: data, transferList: [...transfer] })
  try {
    return await answerOf<Result>(worker, url, limits)
  } finally {
    await worker.terminate()
  }
}

/** A thread with a bounded heap and stack and an empty environment. */
export function startWorker(url: URL, { mb }: WorkerLimits, options: WorkerOptions = {}): Worker {
  return new Worker(url, {
    ...options,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: mb, maxYoungGenerationSizeMb: Math.min(32, mb), stackSizeMb: STACK_MB },
  })
}

/**
 * The next answer of a thread.
 * @throws FormatError what the job threw, or `timeout`, `out-of-memory`, `aborted`; any other error is a bug in the job
 */
export async function answerOf<Result>(worker: Worker, url: URL, { ms, mb, signal }: WorkerLimits): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const answered = (outcome: WorkerOutcome<Result>): void => {
    if (outcome.ok) resolve(outcome.value)
    else reject(new FormatError(outcome.code, outcome.params))
  }
  const failed = (error: unknown): void =>
    reject(isOutOfMemory(error) ? new FormatError('out-of-memory', { limit: `${mb} MB` }, error) : error)
  const ended = (code: number): void => reject(new Error(`worker ${url.pathname} stopped without an answer, code ${code}`))
  worker.once('message', answered).on('error', failed).once('exit', ended)
  const timer = setTimeout(() => reject(new FormatError('timeout', { limit: `${ms / 1000} s` })), ms)
  const abort = (): void => reject(new FormatError('aborted'))
  signal?.addEventListener('abort', abort)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
    worker.off('message', answered).off('exit', ended)
    // an error that nobody hears would end the process
    worker.off('error', ignore).on('error', ignore).off('error', failed)
  }
}

function ignore(): void {
  // the thread has ended, or is being ended
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
