import { parentPort } from 'node:worker_threads'
import type { FormatErrorCode, FormatErrorParams } from '#core/document/file-error.ts'
import { FormatError } from '#formats/errors/format-error.ts'

/** What a worker sends back: errors as data, since classes do not survive the way. */
export type WorkerOutcome<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly code: FormatErrorCode; readonly params: FormatErrorParams }

/** Does the one job of a thread started by `runInWorker`, on its `workerData`, or the next of one kept by `keepWorker`, on a message. Errors other than FormatError end the thread as they are. */
export async function answerFromWorker(work: () => unknown): Promise<void> {
  parentPort?.postMessage(await outcomeOf(work))
}

async function outcomeOf(work: () => unknown): Promise<WorkerOutcome<unknown>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof FormatError) return { ok: false, code: error.code, params: error.params }
    throw error
  }
}
