import { createHash } from 'node:crypto'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PhraseRule } from '#core/phrase-rule/phrase-rule.ts'
import { convertOld } from '#formats/office/convert-old.ts'
import { keepWorker, type KeptWorker } from '#formats/worker/keep-worker.ts'
import type { DraftJob, WrittenDraft } from './draft-job.ts'
import { failureOf, isLasting } from './failure-of.ts'
import { type IndexEntry, openIndex, settleIndex } from './index-file.ts'
import type { Source } from './source.ts'

/** `threads`: documents worked on at once. */
export interface ManyOptions {
  readonly output: string
  readonly format: DraftJob['format']
  /** 短语规则 that hold in the reading. */
  readonly rules: readonly PhraseRule[]
  readonly threads: number
  readonly signal: AbortSignal
  /** Hears of each document once; `isNew`: not done by an earlier run. */
  readonly onResult: (entry: IndexEntry, isNew: boolean) => void
}

const LIMITS = { ms: 120_000, mb: 768 } as const
/** Drafts grow here and move to their place whole. */
const UNFINISHED = '.unfinished'

/**
 * Compiles many documents into drafts below `output` and keeps `index.jsonl` there. What an earlier run has done with the same bytes is not done again. A
 * document that cannot be read has its reason in the index and stops nothing; no document is kept. When the signal gives up, what is done stands whole.
 * @throws what the file system says of the output
 */
export async function compileMany(sources: readonly Source[], options: ManyOptions): Promise<void> {
  const { output, threads } = options
  const unfinished = path.join(output, UNFINISHED)
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  const index = await openIndex(output)
  const broken = new AbortController()
  const signal = AbortSignal.any([options.signal, broken.signal])
  const left = sources.values()
  const lanes = Array.from({ length: Math.min(threads, sources.length) }, async (_, lane) => {
    const thread = keepWorker<DraftJob, WrittenDraft>(new URL('draft.worker.ts', import.meta.url), { ...LIMITS, signal })
    const part = path.join(unfinished, String(lane))
    try {
      for (const source of left) {
        if (signal.aborted) return
        const { entry, isNew } = await entryFor(source, { ...options, signal }, index.before.get(source.file), thread, part)
        if (isNew && signal.aborted && entry.state === 'failed') return
        if (isNew) await index.add(entry)
        options.onResult(entry, isNew)
      }
    } catch (error) {
      broken.abort()
      throw error
    } finally {
      await thread.end()
    }
  })
  const ends = await Promise.allSettled(lanes)
  await rm(unfinished, { recursive: true, force: true })
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  await settleIndex(output)
}

async function entryFor(
  { file, bytes }: Source,
  { output, format, rules, signal }: ManyOptions,
  before: IndexEntry | undefined,
  thread: KeptWorker<DraftJob, WrittenDraft>,
  part: string,
): Promise<{ readonly entry: IndexEntry; readonly isNew: boolean }> {
  const draft = draftPath(file, format)
  const taught = digestOf(rules)
  const ruled = taught === undefined ? {} : { rules: taught }
  let sha256: string | null = null
  let made: WrittenDraft
  try {
    const content = await bytes()
    sha256 = createHash('sha256').update(content).digest('hex')
    if (before?.sha256 === sha256 && before.rules === taught && (await stands(before, draft, output)))
      return { entry: before, isNew: false }
    const name = path.posix.basename(file)
    // a copy, for it moves to the thread: what is stored in an archive is a part of it
    const job = { name, bytes: new Uint8Array(await convertOld(name, content, signal)), format, rules }
    made = await thread.run(job, [job.bytes.buffer])
  } catch (error) {
    // what an earlier run made of other bytes under this name is no draft of these
    await rm(path.join(output, draft), { force: true })
    return { entry: { file, sha256, ...ruled, state: 'failed', ...failureOf(error) }, isNew: true }
  }
  const { written, commitments, questions } = made
  const place = path.join(output, draft)
  await writeFile(part, written)
  await mkdir(path.dirname(place), { recursive: true })
  await rename(part, place)
  return { entry: { file, sha256, ...ruled, state: 'read', draft, commitments, questions }, isNew: true }
}

/** What an earlier run has read with other rules is read again. */
function digestOf(rules: readonly PhraseRule[]): string | undefined {
  return rules.length === 0 ? undefined : createHash('sha256').update(JSON.stringify(rules)).digest('hex')
}

/** Whether what an earlier run made of the same bytes is still there. */
async function stands(before: IndexEntry, draft: string, output: string): Promise<boolean> {
  if (before.state === 'failed') return isLasting(before.code)
  if (before.draft !== draft) return false
  return access(path.join(output, draft)).then(
    () => true,
    () => false,
  )
}

/** The whole name and the format's: two documents never share a draft. A name near the longest a file may have is cut, with a hash in its place. */
function draftPath(file: string, format: DraftJob['format']): string {
  const { dir, base } = path.posix.parse(file)
  const name =
    Buffer.byteLength(base) <= 240 ? base : `${base.slice(0, 60)}-${createHash('sha256').update(base).digest('hex').slice(0, 16)}`
  return path.posix.join(dir, `${name}.${format}`)
}
