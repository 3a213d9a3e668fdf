import { runInWorker } from '#formats/worker/run-in-worker.ts'
import type { Table } from '#formats/xlsx/table.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LIMITS = { ms: 300_000, mb: 3072 } as const

/** A table as an .xlsx file to be sent, written in a thread of its own. */
export async function tableFile(table: Table, name: string): Promise<File> {
  const bytes = await runInWorker<Uint8Array<ArrayBuffer>>(new URL('table.worker.ts', import.meta.url), { table }, LIMITS)
  return new File([bytes], name, { type: TYPE })
}
