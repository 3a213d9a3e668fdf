import type { MessagePort } from 'node:worker_threads'
import type { SourceDocument } from '#core/document/document.ts'
import type { Draft } from '#core/draft/draft.ts'
import type { PhraseRule } from '#core/phrase-rule/phrase-rule.ts'
import { shareWorkers } from '#formats/worker/share-workers.ts'

/** A file for a thread; its bytes and the port move there. */
export interface ReadJob {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly rules: readonly PhraseRule[]
  /** Hears when the reading is over and the compiling begins. */
  readonly progress: MessagePort
}

/** A file as reader and compiler made of it. */
export interface ReadPlan {
  readonly document: SourceDocument
  readonly draft: Draft
}

const LIMITS = { ms: 120_000, mb: 768 } as const
const read = shareWorkers<ReadJob, ReadPlan>(new URL('import.worker.ts', import.meta.url), LIMITS)

/**
 * Reads and compiles a file in a thread that no other file has at the same time; threads are kept for the next.
 * @throws FormatError, also where the signal gave up (`aborted`)
 */
export async function readInThread(job: ReadJob, signal: AbortSignal): Promise<ReadPlan> {
  return read(job, [job.bytes.buffer, job.progress], signal)
}
