import { CliFailure, exitCodes } from '#cli/failure.ts'
import { Trouble } from '#server/platform/trouble.ts'

/** Does the work of a command; what stops it outside of the program is said in words, with what to do. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Trouble) throw failureOf(error)
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    if (full)
      throw new CliFailure(
        exitCodes.file,
        '磁盘已满，没有做完。请换一个位置或清理空间后再试。',
        'the disk is full. Make room or name another place, and try again.',
      )
    throw error
  }
}

function failureOf({ what, where, cure }: Trouble): CliFailure {
  return new CliFailure(exitCodes.file, `${what.zh}\n位置：${where}\n处理：${cure.zh}`, `${what.en}\nWhere: ${where}\nTo do: ${cure.en}`)
}
