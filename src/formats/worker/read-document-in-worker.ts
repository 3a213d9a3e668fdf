import type { SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { runInWorker, type WorkerLimits } from './run-in-worker.ts'

/**
 * `readDocument` in a thread with limits. The caller keeps its bytes.
 * @throws FormatError
 */
export async function readDocumentInWorker(name: string, bytes: Uint8Array, limits: WorkerLimits): Promise<SourceDocument> {
  const copy = new Uint8Array(bytes)
  try {
    return await runInWorker(new URL('read-document.worker.ts', import.meta.url), { name, bytes: copy }, limits, [copy.buffer])
  } catch (error) {
    throw error instanceof FormatError ? error.inFile(name) : error
  }
}
