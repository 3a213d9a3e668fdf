import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Download } from '#server/http/download.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const PAGE = new URL('../../../verifier/draw.html', import.meta.url)

/** 复核网页: the page that repeats an exported draw without the program, always to be saved. */
export async function giveDrawVerifier(context: Context): Promise<Download> {
  await view(context, async ({ allow }) => allow('draw:read'))
  const { size } = await stat(PAGE)
  return { name: '抽取复核.html', type: 'application/octet-stream', bytes: size, content: createReadStream(PAGE) }
}
