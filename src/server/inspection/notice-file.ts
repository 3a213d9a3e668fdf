import { refuse } from '#core/outcome/outcome.ts'
import { noticeBlocks } from '#server/inspection/notice-document.ts'
import { officialFile } from '#server/inspection/official-file.ts'
import type { Caller } from '#server/inspection/sight.ts'
import { viewOf } from '#server/inspection/view.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'

/** 督查通知 as an editable .docx, of all that whoever asks sees of it or of one unit. Not before the plan is filed. Journalled. */
export async function noticeFile(context: Caller, { id, org }: { readonly id: string; readonly org: string | null }): Promise<File> {
  const { found, by } = await change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:read')
    const whole = await viewOf(tx, await scope(), context.asOf, id)
    if (whole.state === 'draft' || whole.state === 'cancelled') accepted(refuse('inspection-state', { state: whole.state, act: 'notice' }))
    const visits = whole.visits.filter((visit) => org === null || visit.org === org)
    if (visits.length === 0) throw new AppError('NOT_FOUND')
    const { name } = await tx.selectFrom('jurisdiction').select('name').where('id', '=', actor.jurisdictionId).executeTakeFirstOrThrow()
    await record({ verb: 'inspection.export-notice', subject: { kind: 'inspection', id }, after: { title: whole.title, org } })
    return { found: { ...whole, visits }, by: name }
  })
  return officialFile(noticeBlocks(found, { by, on: context.asOf }), { title: `督查通知-${found.title}`, by })
}
