import { readFile } from 'node:fs/promises'
import { CliFailure, exitCodes } from '#cli/failure.ts'
import { checkRule } from '#core/phrase-rule/check-rule.ts'
import { type PhraseRule, RuleFile } from '#core/phrase-rule/phrase-rule.ts'
import { fileFailure } from './read-plan.ts'

/** 短语规则 of a file as `/phrase-rules` exports it; none where no file is named. @throws CliFailure */
export async function readRules(file: string | null): Promise<readonly PhraseRule[]> {
  if (file === null) return []
  const { success, data } = RuleFile.safeParse(await contentOf(file))
  if (!success)
    throw new CliFailure(
      exitCodes.file,
      `${file}：不是短语规则文件。请在“短语规则”页面导出后再用。`,
      `${file}: it is no file of phrase rules. Export one from the page of phrase rules.`,
    )
  const at = data.rules.findIndex((rule) => !checkRule(rule).ok)
  const wrong = data.rules[at]
  if (wrong !== undefined)
    throw new CliFailure(
      exitCodes.file,
      `${file}：第 ${at + 1} 条规则“${wrong.phrase}”不能使用。请在“短语规则”页面改正后重新导出。`,
      `${file}: rule ${at + 1} (“${wrong.phrase}”) cannot be used. Mend it on the page of phrase rules and export again.`,
    )
  return data.rules
}

async function contentOf(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw fileFailure(file, error, '无法读取文件', 'cannot read')
  })
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
