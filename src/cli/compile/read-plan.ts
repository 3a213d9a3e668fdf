import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { CliFailure, exitCodes } from '#cli/failure.ts'
import type { SourceDocument } from '#core/document/document.ts'
import { describeFormatError } from '#core/document/file-error-words.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { convertOld } from '#formats/office/convert-old.ts'
import { readAnyDocument } from '#formats/read-document.ts'

/** The document of a file on disk, of any format there is a reader for. @throws CliFailure */
export async function readPlan(file: string): Promise<SourceDocument> {
  const bytes = await bytesOf(file)
  const name = path.basename(file)
  try {
    return await readAnyDocument(name, await convertOld(name, bytes))
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    const [zh, en] = [describeFormatError(error, 'zh'), describeFormatError(error, 'en')]
    throw new CliFailure(exitCodes.file, `${zh.where}：${zh.what}。${zh.remedy}。`, `${en.where}: ${en.what}. ${en.remedy}.`)
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw fileFailure(file, error, '无法读取文件', 'cannot read')
  }
}

/** What kept a file from being read or written, in words. */
export function fileFailure(file: string, error: unknown, chinese: string, english: string): CliFailure {
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
