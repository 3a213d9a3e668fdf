import { daysOf } from '#core/period-lock/decisions.ts'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import { confirmSubLedger } from '#core/submission/decisions.ts'
import type { Submission } from '#core/submission/submission.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { editionFor, type WithJobs } from '#server/ledger/edition.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { dayFor, loadStandings } from '#server/submission/read.ts'
import { change } from '#server/verb/change.ts'

/** 确认分台账: a unit confirms its rows as they stand on the quarter's last day. */
export async function confirmSubmission(
  context: WithJobs,
  { org, digest, year, quarter: number }: Quarter & { readonly org: string; readonly digest: string },
): Promise<Submission> {
  const quarter = { year, quarter: number }
  const { to: last } = daysOf(quarter)
  const edition = await editionFor(context, { asOf: dayFor(quarter, context.asOf), knownAt: null })
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('submission:confirm')
    const { jurisdictionId } = actor
    const { seesAll, seesLedger, orgs, entersFor } = await scope()
    if (!seesLedger && !orgs.includes(org)) throw new AppError('NOT_FOUND')
    const asked = { quarter, edition: edition.id, only: [org], today: context.asOf }
    if (edition.stood.progress !== null) accepted(refuse('not-ready', { progress: String(edition.stood.progress) }))
    const [standing] = await loadStandings(tx, jurisdictionId, asked)
    if (standing === undefined) throw new AppError('NOT_FOUND')
    if (!seesAll && !entersFor.includes(org)) accepted(refuse('reconciliation-not-yours'))
    accepted(confirmSubLedger({ ...standing, last }, { confirmed: standing.confirmed, seen: digest, today: context.asOf }))
    const { rows, done } = standing
    const id = context.newId()
    await tx
      .insertInto('submission')
      .values({
        jurisdictionId,
        id,
        orgId: org,
        ...quarter,
        rowCount: rows,
        doneCount: done,
        digest,
        confirmedAt: context.now,
        confirmedBy: actor.accountId,
        confirmedByName: actor.name,
      })
      .execute()
    const after: Submission = { id, org, quarter, asOf: last, rows, done, digest, by: actor.name, at: context.now }
    await record({ verb: 'submission.confirm', subject: { kind: 'submission', id }, after })
    return after
  })
}
