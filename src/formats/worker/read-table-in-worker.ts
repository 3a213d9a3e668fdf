import { FormatError } from '#formats/errors/format-error.ts'
import type { SheetRow } from '#formats/xlsx/read-sheet.ts'
import { runInWorker, type WorkerLimits } from './run-in-worker.ts'

/**
 * `readTable` in a thread with limits. The caller keeps its bytes.
 * @throws FormatError
 */
export async function readTableInWorker(name: string, bytes: Uint8Array, limits: WorkerLimits): Promise<readonly SheetRow[]> {
  const copy = new Uint8Array(bytes)
  try {
    return await runInWorker(new URL('read-table.worker.ts', import.meta.url), { name, bytes: copy }, limits, [copy.buffer])
  } catch (error) {
    throw error instanceof FormatError ? error.inFile(name) : error
  }
}
