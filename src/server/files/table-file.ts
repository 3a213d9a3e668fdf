import { shareWorkers } from '#formats/worker/share-workers.ts'
import type { Table } from '#formats/xlsx/table.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LIMITS = { ms: 300_000, mb: 3072 } as const

const write = shareWorkers<Table, Uint8Array<ArrayBuffer>>(new URL('table.worker.ts', import.meta.url), LIMITS)

/** A table as an .xlsx file to be sent, written in a thread that no other table has at the same time. */
export async function tableFile(table: Table, name: string): Promise<File> {
  return new File([await write(table)], name, { type: TYPE })
}
