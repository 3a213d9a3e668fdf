import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type * as z from 'zod'
import { CliFailure, exitCodes } from '#cli/failure.ts'

/** The lines of a file, each JSON of a schema. Ends the command where the file cannot be read or a line is none. */
export async function* linesIn<T>(file: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  let number = 0
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number += 1
      if (line.trim() !== '') yield schema.parse(JSON.parse(line))
    }
  } catch (error) {
    if (error instanceof CliFailure) throw error
    throw number === 0
      ? new CliFailure(exitCodes.file, `无法读取 ${file}`, `cannot read ${file}`)
      : new CliFailure(exitCodes.file, `${file} 第 ${number} 行不是日志导出的内容`, `${file}: line ${number} is not of an exported journal`)
  }
}
