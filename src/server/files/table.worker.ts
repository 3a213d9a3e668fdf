import { parentPort } from 'node:worker_threads'
import { answerFromWorker } from '#formats/worker/answer-from-worker.ts'
import type { Table } from '#formats/xlsx/table.ts'
import { writeTable } from '#formats/xlsx/write-table.ts'

parentPort?.on('message', (table: Table) => {
  void answerFromWorker(() => writeTable(table))
})
