/** What an operator reads when the program cannot start: what is wrong, where, and what to do, in Chinese and English. */
interface TroubleText {
  readonly zh: string
  readonly en: string
}

/** Stops the start with a message instead of a stack: the fault lies outside the program. Printed by `main.ts`. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
  readonly what: TroubleText
  readonly where: string
  readonly cure: TroubleText

  constructor(trouble: { what: TroubleText; where: string; cure: TroubleText; cause?: unknown }) {
    super(`${trouble.what.en} (${trouble.where})`, { cause: trouble.cause })
    this.what = trouble.what
    this.where = trouble.where
    this.cure = trouble.cure
  }
}

/** The lines printed for a trouble. */
export function wordTrouble({ what, where, cure }: Trouble): string {
  return [
    '',
    `错误：${what.zh}`,
    `位置：${where}`,
    `处理：${cure.zh}`,
    '',
    `Error: ${what.en}`,
    `Where: ${where}`,
    `To do: ${cure.en}`,
    '',
  ].join('\n')
}
