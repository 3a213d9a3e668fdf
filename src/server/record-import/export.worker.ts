import { parentPort, workerData } from 'node:worker_threads'
import type { Table } from '#formats/xlsx/table.ts'
import { writeTable } from '#formats/xlsx/write-table.ts'

const { table }: { readonly table: Table } = workerData
const value = await writeTable(table)
parentPort?.postMessage({ ok: true, value })
