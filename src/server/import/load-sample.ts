import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Files } from '#server/files/store.ts'
import { startImport } from '#server/import/start-import.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import type { Context } from '#server/verb/context.ts'

const SAMPLE = path.join(import.meta.dirname, '../../../packs/court/sample/plan.txt')

/** 载入示例方案: the plan of an invented court goes the way of every upload. */
export async function loadSample(context: Context & { readonly files: Files; readonly jobs: Jobs }): Promise<{ importId: string }> {
  const file = await context.files.receive(await readFile(SAMPLE))
  try {
    const { importId } = await startImport(context, file, '示例整改方案.txt')
    return { importId }
  } finally {
    await file.drop()
  }
}
