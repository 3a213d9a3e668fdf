import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Download } from '#server/http/download.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const PAGE = new URL('../../../verifier/journal.html', import.meta.url)

/** 核验网页: the page that verifies an exported journal without the program, always to be saved. */
export async function giveVerifier(context: Context): Promise<Download> {
  await view(context, async ({ allow }) => allow('journal:read'))
  const { size } = await stat(PAGE)
  return { name: '操作日志核验.html', type: 'application/octet-stream', bytes: size, content: createReadStream(PAGE) }
}
