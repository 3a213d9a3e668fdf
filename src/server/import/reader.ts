import type { MessagePort } from 'node:worker_threads'
import type { SourceDocument } from '#core/document/document.ts'
import type { Draft } from '#core/draft/draft.ts'
import type { PhraseRule } from '#core/phrase-rule/phrase-rule.ts'
import { keepWorker, type KeptWorker } from '#formats/worker/keep-worker.ts'

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
/** A thread that has nothing to do for so long ends: among many documents each begins where the last has ended. */
const IDLE_MS = 3000

interface Idle {
  readonly thread: KeptWorker<ReadJob, ReadPlan>
  readonly timer: NodeJS.Timeout
}

const idle: Idle[] = []

/**
 * Reads and compiles a file in a thread that no other file has at the same time; threads are kept for the next.
 * @throws FormatError, also where the signal gave up (`aborted`)
 */
export async function readInThread(job: ReadJob, signal: AbortSignal): Promise<ReadPlan> {
  const thread = takeThread()
  try {
    return await thread.run(job, [job.bytes.buffer, job.progress], signal)
  } finally {
    keepThread(thread)
  }
}

function takeThread(): Idle['thread'] {
  const kept = idle.pop()
  if (kept === undefined) return keepWorker<ReadJob, ReadPlan>(new URL('import.worker.ts', import.meta.url), LIMITS)
  clearTimeout(kept.timer)
  return kept.thread
}

function keepThread(thread: Idle['thread']): void {
  const timer = setTimeout(() => {
    idle.splice(
      idle.findIndex((each) => each.thread === thread),
      1,
    )
    void thread.end()
  }, IDLE_MS)
  idle.push({ thread, timer })
}
