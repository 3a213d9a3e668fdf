import { FormatError } from '#formats/errors/format-error.ts'
import { readTableInWorker } from '#formats/worker/read-table-in-worker.ts'
import { AppError } from '#server/platform/errors.ts'

const LIMITS = { ms: 60_000, mb: 512 } as const

/** The cells of a spreadsheet's first sheet, read in a worker; REFUSED `unreadable` with the code of the format where it cannot be read. */
export async function readCells(name: string, bytes: Uint8Array): ReturnType<typeof readTableInWorker> {
  return readableOnly(() => readTableInWorker(name, bytes, LIMITS))
}

/** Does what reads a file; REFUSED `unreadable` with the code of the format where it cannot be read. */
export async function readableOnly<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    const params = Object.fromEntries(Object.entries(error.params).map(([key, value]) => [key, String(value)]))
    throw new AppError('REFUSED', { refusal: 'unreadable', params: { ...params, code: error.code } })
  }
}
