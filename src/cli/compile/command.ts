import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { CliFailure, exitCodes } from '#cli/failure.ts'
import { compile } from '#compiler/compile.ts'
import type { SourceDocument } from '#core/document/document.ts'
import { describeFormatError } from '#core/document/file-error-words.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { convertOld } from '#formats/office/convert-old.ts'
import { readAnyDocument } from '#formats/read-document.ts'
import { draftJson } from './draft-json.ts'

interface Options {
  readonly file: string
  readonly format: 'json' | 'table' | 'xlsx'
  readonly output: string | null
}

/** `xiaohao compile FILE [--format json|table|xlsx] [--output FILE]`: prints or writes the draft of a plan's ledger. */
export async function compileCommand(args: readonly string[]): Promise<void> {
  const options = optionsOf(args)
  const document = await readPlan(options.file, await bytesOf(options.file))
  const written = await render(options.format, document)
  if (options.output === null) return print(written)
  try {
    await writeFile(options.output, written)
  } catch (error) {
    throw fileFailure(options.output, error, '无法写入文件', 'cannot write')
  }
}

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parse(args)
  const [file, ...rest] = positionals
  const { format = 'json', output = null } = values
  if (file === undefined || rest.length > 0)
    throw new CliFailure(
      exitCodes.usage,
      '请给出一个文件：xiaohao compile 文件 [--format json|table|xlsx] [--output 文件]',
      'give one file: xiaohao compile FILE [--format json|table|xlsx] [--output FILE]',
    )
  if (format !== 'json' && format !== 'table' && format !== 'xlsx')
    throw new CliFailure(
      exitCodes.usage,
      `没有这种输出格式：${format}（可用 json、table、xlsx）`,
      `no such format: ${format} (json, table, xlsx)`,
    )
  if (format === 'xlsx' && output === null && process.stdout.isTTY)
    throw new CliFailure(exitCodes.usage, 'xlsx 需要用 --output 指定输出文件', 'xlsx needs --output FILE')
  return { file, format, output }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', short: 'f' }, output: { type: 'string', short: 'o' } },
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CliFailure(exitCodes.usage, `参数有误：${why}`, why)
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw fileFailure(file, error, '无法读取文件', 'cannot read')
  }
}

async function readPlan(file: string, bytes: Uint8Array): Promise<SourceDocument> {
  const name = path.basename(file)
  try {
    return await readAnyDocument(name, await convertOld(name, bytes))
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    const [zh, en] = [describeFormatError(error, 'zh'), describeFormatError(error, 'en')]
    throw new CliFailure(exitCodes.file, `${zh.where}：${zh.what}。${zh.remedy}。`, `${en.where}: ${en.what}. ${en.remedy}.`)
  }
}

async function render(format: Options['format'], document: SourceDocument): Promise<string | Uint8Array> {
  const draft = compile(document)
  switch (format) {
    case 'json':
      return `${JSON.stringify(draftJson(document.text, draft))}\n`
    case 'table':
      return (await import('./draft-table.ts')).draftTable(document.text, draft)
    case 'xlsx':
      return (await import('./draft-workbook.ts')).draftWorkbook(document.text, draft)
  }
}

/** A reader that stops early (`| head`) is no failure. */
function print(written: string | Uint8Array): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.stdout.write(written)
}

function fileFailure(file: string, error: unknown, chinese: string, english: string): CliFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [zh, en] = reasons[code] ?? [code, code]
  return new CliFailure(exitCodes.file, `${chinese}：${file}（${zh}）`, `${english} ${file} (${en})`)
}

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['不存在', 'no such file or folder'],
  EACCES: ['没有权限', 'permission denied'],
  EISDIR: ['是文件夹', 'it is a folder'],
  ENOSPC: ['磁盘已满', 'disk full'],
}
