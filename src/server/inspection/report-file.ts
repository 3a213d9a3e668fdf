import { refuse } from '#core/outcome/outcome.ts'
import { officialFile } from '#server/inspection/official-file.ts'
import { reportBlocks } from '#server/inspection/report-document.ts'
import type { Caller } from '#server/inspection/sight.ts'
import { loadInspection, ownOrgs } from '#server/inspection/stored.ts'
import { viewOf } from '#server/inspection/view.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'

/** 督查报告 as an editable .docx, once the visits are over: for the team and who sees the ledger. Journalled. */
export async function reportFile(context: Caller, { id }: { readonly id: string }): Promise<File> {
  const { found, by } = await change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:read')
    const seen = await scope()
    const stored = await loadInspection(tx, seen, id)
    if (ownOrgs(stored, seen) !== null) throw new AppError('NOT_FOUND')
    const { state } = stored.row
    if (state !== 'ended' && state !== 'reported') accepted(refuse('inspection-state', { state, act: 'print' }))
    const whole = await viewOf(tx, seen, context.asOf, id)
    const { name } = await tx.selectFrom('jurisdiction').select('name').where('id', '=', actor.jurisdictionId).executeTakeFirstOrThrow()
    await record({
      verb: 'inspection.export-report',
      subject: { kind: 'inspection', id },
      after: { title: whole.title, findings: whole.findings.length },
    })
    return { found: whole, by: name }
  })
  return officialFile(reportBlocks(found, { by, on: context.asOf }), { title: `督查报告-${found.title}`, by })
}
