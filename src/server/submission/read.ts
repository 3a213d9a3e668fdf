import type * as z from 'zod'
import type { SubmissionsView } from '#contract/submission.ts'
import { daysOf } from '#core/period-lock/decisions.ts'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import { laterQuarter, quarterOf } from '#core/period-lock/quarters.ts'
import { submissionState } from '#core/submission/decisions.ts'
import type { Submission } from '#core/submission/submission.ts'
import { addDays, type Day } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import { editionFor, type WithJobs } from '#server/ledger/edition.ts'
import { countOpenDifferences, loadConfirmed } from '#server/submission/stored.ts'
import { loadSubLedgers, type SubLedger } from '#server/submission/sub-ledgers.ts'
import { view } from '#server/verb/change.ts'

/** 季度对账确认 of the units that are seen. Before the quarter is over, as they stand today. */
export async function listSubmissions(
  context: WithJobs,
  { year, quarter: number }: { readonly year?: number | undefined; readonly quarter?: number | undefined },
): Promise<z.infer<typeof SubmissionsView>> {
  const quarter = year === undefined || number === undefined ? laterQuarter(quarterOf(context.asOf), -1) : { year, quarter: number }
  const asOf = dayFor(quarter, context.asOf)
  const edition = await editionFor(context, { asOf, knownAt: null })
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('submission:read')
    const { seesLedger, seesAll, orgs, entersFor } = await scope()
    const shown = { quarter, asOf, today: context.asOf, progress: edition.stood.progress }
    if (shown.progress !== null) return { ...shown, units: [] }
    const only = seesLedger ? null : orgs
    const standings = await loadStandings(tx, actor.jurisdictionId, { quarter, edition: edition.id, only, today: context.asOf })
    return {
      ...shown,
      units: standings.map(({ confirmed, ...standing }) => ({
        ...standing,
        confirmed: confirmed === null ? null : { by: confirmed.by, at: confirmed.at },
        mayConfirm: seesAll || entersFor.includes(standing.org),
      })),
    }
  })
}

/** The day a quarter is looked at: its last, or today while it runs. */
export function dayFor(quarter: Quarter, today: Day): Day {
  const { to } = daysOf(quarter)
  return to < today ? to : today
}

/** The last day of a quarter that has passed: what ended with it and is not done is late. */
export function overUntil(quarter: Quarter, today: Day): Day {
  const { to } = daysOf(quarter)
  return to < today ? to : addDays(today, -1)
}

/** How each unit stands for a quarter. */
export async function loadStandings(
  tx: Tx,
  jurisdictionId: string,
  asked: { readonly quarter: Quarter; readonly edition: string; readonly only: readonly string[] | null; readonly today: Day },
): Promise<readonly (SubLedger & { openDifferences: number; state: ReturnType<typeof submissionState>; confirmed: Submission | null })[]> {
  const { quarter, edition, only, today } = asked
  const { to: last } = daysOf(quarter)
  const confirmations = await loadConfirmed(tx, jurisdictionId, quarter)
  const differences = await countOpenDifferences(tx, jurisdictionId)
  const ledgers = await loadSubLedgers(tx, jurisdictionId, { edition, asOf: dayFor(quarter, today), over: overUntil(quarter, today), only })
  return ledgers.map((ledger) => {
    const confirmed = confirmations.get(ledger.org) ?? null
    const openDifferences = differences.get(ledger.org) ?? 0
    return { ...ledger, openDifferences, confirmed, state: submissionState({ ...ledger, last, openDifferences }, confirmed, today) }
  })
}
