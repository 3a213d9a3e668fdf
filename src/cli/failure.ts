/** Exit codes of every command: done, a comparison found differences, wrong use of the command, a file that cannot be read or written, stopped by whoever
 * started it. */
export const exitCodes = { done: 0, differs: 1, usage: 2, file: 3, stopped: 130 } as const

/** Ends a command with a message in both languages. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure'
  readonly exitCode: number
  readonly lines: readonly [chinese: string, english: string]

  constructor(exitCode: number, chinese: string, english: string) {
    super(english)
    this.exitCode = exitCode
    this.lines = [chinese, english]
  }
}
