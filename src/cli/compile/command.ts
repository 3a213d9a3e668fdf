import { stat, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { CliFailure, exitCodes } from '#cli/failure.ts'
import { compile } from '#compiler/compile.ts'
import { fileFailure, readPlan } from './read-plan.ts'
import { readRules } from './read-rules.ts'
import { type DraftFormat, renderDraft } from './render-draft.ts'

interface Options {
  readonly file: string
  readonly format: DraftFormat
  readonly output: string | null
  readonly threads: number | null
  readonly rules: string | null
}

/**
 * `xiaohao compile FILE [--format json|table|xlsx] [--output FILE] [--rules FILE]`: prints or writes the draft of a plan's ledger; of a folder or an archive one of each
 * document.
 */
export async function compileCommand(args: readonly string[]): Promise<void> {
  const options = optionsOf(args)
  const isFolder = await stat(options.file).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder || /\.zip$/i.test(options.file)) return compileEach(options, isFolder)
  const document = await readPlan(options.file)
  const written = await renderDraft(options.format, document.text, compile(document, await readRules(options.rules)))
  if (options.output === null) return print(written)
  try {
    await writeFile(options.output, written)
  } catch (error) {
    throw fileFailure(options.output, error, '无法写入文件', 'cannot write')
  }
}

async function compileEach({ file, format, output, threads, rules }: Options, isFolder: boolean): Promise<void> {
  if (output === null || format === 'table')
    throw new CliFailure(
      exitCodes.usage,
      `${file} 是${isFolder ? '文件夹' : '压缩包'}，请用 --output 指定输出文件夹，格式为 json 或 xlsx`,
      `${file} is ${isFolder ? 'a folder' : 'an archive'}: name another folder with --output FOLDER; the format is json or xlsx`,
    )
  const { compileManyCommand } = await import('./many/command.ts')
  return compileManyCommand({ from: file, isFolder, output, format, threads, rules: await readRules(rules) })
}

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parse(args)
  const [file, ...rest] = positionals
  const { format = 'json', output = null, threads = null, rules = null } = values
  if (file === undefined || rest.length > 0)
    throw new CliFailure(
      exitCodes.usage,
      '请给出一个文件、文件夹或压缩包：xiaohao compile 文件 [--format json|table|xlsx] [--output 文件] [--rules 短语规则.json]',
      'give one file, folder or archive: xiaohao compile FILE [--format json|table|xlsx] [--output FILE] [--rules RULES.json]',
    )
  if (format !== 'json' && format !== 'table' && format !== 'xlsx')
    throw new CliFailure(
      exitCodes.usage,
      `没有这种输出格式：${format}（可用 json、table、xlsx）`,
      `no such format: ${format} (json, table, xlsx)`,
    )
  if (threads !== null && !/^[1-9]\d{0,3}$/.test(threads))
    throw new CliFailure(exitCodes.usage, `线程数应为正整数：${threads}`, `--threads takes a number from 1: ${threads}`)
  if (format === 'xlsx' && output === null && process.stdout.isTTY)
    throw new CliFailure(exitCodes.usage, 'xlsx 需要用 --output 指定输出文件', 'xlsx needs --output FILE')
  return { file, format, output, threads: threads === null ? null : Number(threads), rules }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', short: 'f' },
        output: { type: 'string', short: 'o' },
        threads: { type: 'string' },
        rules: { type: 'string' },
      },
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CliFailure(exitCodes.usage, `参数有误：${why}`, why)
  }
}

/** A reader that stops early (`| head`) is no failure. */
function print(written: string | Uint8Array): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.stdout.write(written)
}
