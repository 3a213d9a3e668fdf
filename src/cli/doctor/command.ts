import { CliFailure, exitCodes } from '#cli/failure.ts'
import { inWords } from '#cli/in-words.ts'
import { examine } from '#server/operations/examine.ts'
import type { Finding } from '#server/operations/finding.ts'
import { readSettings } from '#server/platform/settings.ts'

const USAGE = 'xiaohao doctor'
const SIGNS = { ok: '✓', warning: '!', wrong: '✗' } as const satisfies Record<Finding['state'], string>

/** `xiaohao doctor`: says of everything an installation needs whether it is as it should be, and what to do. Ends with 1 where something is wrong. */
export async function doctorCommand(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new CliFailure(exitCodes.usage, `用法：${USAGE}`, `usage: ${USAGE}`)
  const findings = await inWords(() => examine(readSettings(process.env), new Date()))
  process.stdout.write(findings.map(wordFinding).join(''))
  const wrong = findings.filter(({ state }) => state === 'wrong').length
  if (wrong > 0) throw new CliFailure(exitCodes.differs, `${wrong} 处有问题`, `${wrong} things are wrong`)
}

function wordFinding({ about, state, what, cure }: Finding): string {
  const lines = [`${SIGNS[state]} ${about.zh} ${about.en}：${what.zh === what.en ? what.zh : `${what.zh} · ${what.en}`}`]
  if (cure !== undefined) lines.push(`    → ${cure.zh === cure.en ? cure.zh : `${cure.zh} · ${cure.en}`}`)
  return `${lines.join('\n')}\n`
}
