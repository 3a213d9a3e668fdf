import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { CliFailure, exitCodes } from '#cli/failure.ts'
import { readPlan } from '#cli/compile/read-plan.ts'
import { readRules } from '#cli/compile/read-rules.ts'
import { compile } from '#compiler/compile.ts'
import { lintPlan } from '#core/lint/lint-plan.ts'
import { lintWords } from '#core/lint/words.ts'
import type { LintFinding } from '#core/lint/finding.ts'
import { textOf } from '#core/text/span.ts'
import { writeCommented } from '#formats/docx/write-commented.ts'

const AUTHOR = '方案体检'

/** `xiaohao lint FILE [--json] [--output FILE.docx] [--rules FILE]`: what a plan would better say before it is issued. Ends with 0 whatever it finds. */
export async function lintCommand(args: readonly string[]): Promise<void> {
  const { file, isJson, output, rules } = optionsOf(args)
  const document = await readPlan(file)
  const findings = lintPlan({ text: document.text, from: null, items: compile(document, await readRules(rules)).commitments })
  if (output !== null) await writeComments(output, document.text, findings)
  process.stdout.write(isJson ? `${JSON.stringify(findings)}\n` : listOf(document.text, findings))
}

function optionsOf(args: readonly string[]) {
  const { values, positionals } = parse(args)
  const [file, ...rest] = positionals
  const output = values.output ?? null
  if (file === undefined || rest.length > 0 || (output !== null && !/\.docx$/i.test(output)))
    throw new CliFailure(
      exitCodes.usage,
      '请给出一个文件：xiaohao lint 文件 [--json] [--output 批注.docx] [--rules 短语规则.json]',
      'give one file: xiaohao lint FILE [--json] [--output FILE.docx] [--rules RULES.json]',
    )
  return { file, isJson: values.json ?? false, output, rules: values.rules ?? null }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, output: { type: 'string', short: 'o' }, rules: { type: 'string' } },
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CliFailure(exitCodes.usage, `参数有误：${why}`, why)
  }
}

async function writeComments(output: string, text: string, findings: readonly LintFinding[]): Promise<void> {
  const comments = findings.map((finding) => {
    const { what, advice } = lintWords(finding, 'zh')
    return { ...finding.span, lines: [what, advice] }
  })
  await writeFile(output, await writeCommented(text, comments, AUTHOR))
}

/** One line a finding in both languages, with the line of the text it stands in. */
function listOf(text: string, findings: readonly LintFinding[]): string {
  const lines = findings.map((finding) => {
    const [chinese, english] = [lintWords(finding, 'zh'), lintWords(finding, 'en')]
    const line = text.slice(0, finding.span.start).split('\n').length
    const quote = textOf(text, finding.span).slice(0, 40)
    return `${line}\t${finding.ref}\t${chinese.what}。${chinese.advice}\t${english.what}. ${english.advice}\t${quote}\n`
  })
  return `${lines.join('')}意见 Findings: ${findings.length}\n`
}
