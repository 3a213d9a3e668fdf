import type * as z from 'zod'
import type { PlanView } from '#contract/plan.ts'
import type { LintFinding } from '#core/lint/finding.ts'
import { lintPlan } from '#core/lint/lint-plan.ts'
import { lintWords } from '#core/lint/words.ts'
import { writeCommented } from '#formats/docx/write-commented.ts'
import { getPlan } from '#server/plan/get.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type View = z.infer<typeof PlanView>

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const AUTHOR = '方案体检'

/** 方案体检: what the document would better say, as far as its commitments are seen. */
export async function lintOf(context: Context, input: { readonly planId: string }): Promise<{ readonly findings: readonly LintFinding[] }> {
  return { findings: findingsOf(await getPlan(context, input)) }
}

/** The document with the findings as comments. Official documents are Chinese. Journalled. */
export async function lintFile(context: Context, { planId }: { readonly planId: string }): Promise<File> {
  const view = await getPlan(context, { planId })
  const findings = findingsOf(view)
  await change(context, async ({ allow, scope, record }) => {
    allow('plan:read')
    // what is handed out was read within it
    await scope()
    await record({ verb: 'plan.export', subject: { kind: 'plan', id: planId }, after: { form: 'docx', findings: findings.length } })
  })
  const comments = findings.map((finding) => {
    const { what, advice } = lintWords(finding, 'zh')
    return { ...finding.span, lines: [what, advice] }
  })
  const bytes = new Uint8Array(await writeCommented(view.document.text, comments, AUTHOR))
  return new File([bytes], `方案体检-${context.asOf}.docx`, { type: TYPE })
}

function findingsOf({ document: { text }, commitments, frame }: View): readonly LintFinding[] {
  const items = commitments.flatMap(({ id, ref, span, sentence, within, state, reading }) =>
    span === null || (state !== 'draft' && state !== 'confirmed') ? [] : [{ id, ref, span, sentence: sentence ?? span, within, reading }],
  )
  return lintPlan({ text, from: frame.inForceFrom, items })
}
