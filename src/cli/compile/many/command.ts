import { realpath } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { CliFailure, exitCodes } from '#cli/failure.ts'
import { describeFormatError } from '#core/document/file-error-words.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { fileFailure } from '../read-plan.ts'
import { archiveSources } from './archive-sources.ts'
import { compileMany, type ManyOptions } from './compile-many.ts'
import { folderSources } from './folder-sources.ts'
import type { Sources } from './source.ts'
import { type Tally, tellMany } from './tell.ts'

/** `threads`: null for as many as there are cores. */
export interface ManyRequest extends Pick<ManyOptions, 'output' | 'format' | 'rules'> {
  readonly from: string
  readonly isFolder: boolean
  readonly threads: number | null
}

/** `xiaohao compile FOLDER|ARCHIVE.zip --output FOLDER`: a draft of every document, and an index. Ctrl-C ends it with whole files only. */
export async function compileManyCommand(request: ManyRequest): Promise<void> {
  const { from, output, format, rules } = request
  const { sources, leftOut } = await sourcesOf(request)
  const stop = new AbortController()
  const abort = (): void => stop.abort()
  // to the end of the process: some starters pass on a Ctrl-C that the terminal has sent already
  process.on('SIGINT', abort).on('SIGTERM', abort)
  const { onResult, end } = tellMany(sources.length)
  const threads = Math.min(request.threads ?? Infinity, availableParallelism())
  try {
    await compileMany(sources, { output, format, rules, threads, signal: stop.signal, onResult })
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw fileFailure(output, error, '无法写入文件夹', 'cannot write into')
  }
  const tally = end()
  report(tally, sources.length, leftOut, output)
  refuseIncomplete(tally, stop.signal.aborted && tally.read + tally.failed < sources.length, from)
}

async function sourcesOf({ from, isFolder, output }: ManyRequest): Promise<Sources> {
  if (isFolder && (await isSame(from, output)))
    throw new CliFailure(exitCodes.usage, '输出文件夹不能就是读取的文件夹', 'the output must be another folder than the one that is read')
  try {
    return isFolder ? await folderSources(from, output) : await archiveSources(from)
  } catch (error) {
    if (!(error instanceof FormatError)) throw fileFailure(from, error, '无法读取', 'cannot read')
    const [zh, en] = [describeFormatError(error, 'zh'), describeFormatError(error, 'en')]
    throw new CliFailure(exitCodes.file, `${from}：${zh.what}。${zh.remedy}。`, `${from}: ${en.what}. ${en.remedy}.`)
  }
}

async function isSame(folder: string, output: string): Promise<boolean> {
  const real = await realpath(output).catch(() => path.resolve(output))
  return (await realpath(folder)) === real
}

function report({ read, failed, unchanged }: Tally, of: number, leftOut: number, output: string): void {
  const index = path.join(output, 'index.jsonl')
  process.stdout.write(
    `文件 ${of} 个：读出 ${read}，失败 ${failed}；其中此前已处理 ${unchanged}。略过隐藏文件和链接 ${leftOut}。索引 ${index}\n` +
      `${of} files: ${read} read, ${failed} failed; ${unchanged} of them done before. Hidden files and links left out: ${leftOut}. Index ${index}\n`,
  )
}

function refuseIncomplete({ failed }: Tally, isStopped: boolean, from: string): void {
  if (isStopped)
    throw new CliFailure(
      exitCodes.stopped,
      '已停止，已完成的文件都是完整的。用同样的命令继续。',
      'stopped; what is done is whole. Run the same command to go on.',
    )
  if (failed > 0)
    throw new CliFailure(
      exitCodes.file,
      `${from} 中有 ${failed} 个文件未能读出，原因见索引`,
      `${failed} files of ${from} could not be read; the index says why`,
    )
}
