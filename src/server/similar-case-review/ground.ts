import * as z from 'zod'
import { addDays, Day, Instant } from '#core/day/day.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { burdenWarnings, type BurdenWarning, QUIET_DAYS } from '#core/similar-case-review/burden.ts'
import { type LikeUnit, likeUnits } from '#core/similar-case-review/like-units.ts'
import type { SimilarCaseSource } from '#core/similar-case-review/source.ts'
import { holdsOn } from '#core/roster/interval.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { findFinding } from '#server/finding/read.ts'
import { loadInspectionFinding } from '#server/finding-consequence/load-finding.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { accepted } from '#server/plan/accepted.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import type { Context } from '#server/verb/context.ts'

/** What is asked about, whom it may be asked of, and what is known of them. */
export interface Ground {
  readonly found: string
  readonly org: string | null
  readonly units: readonly LikeUnit[]
  readonly warnings: readonly BurdenWarning[]
}

const Known = z.object({
  kind: z.enum(['asked', 'noted']),
  org: z.string(),
  words: z.string(),
  found: z.string(),
  item: z.string(),
  on: Day,
})

/** Everything that asking is decided by. A leader asks the units they look after; the office asks all. */
export async function loadGround(tx: Tx, context: Context, scope: Scope, source: SimilarCaseSource, words: string): Promise<Ground> {
  const { jurisdictionId } = scope
  const { whole } = await cachedOrganisation(tx, jurisdictionId)
  const { found, org, item } = await foundIn(tx, context, scope, source)
  const own = org.id ?? whole.terms.find((term) => org.name.includes(term.name) && holdsOn(term, context.asOf))?.org ?? null
  const units = likeUnits(whole, own, context.asOf).filter((unit) => scope.seesAll || scope.orgs.includes(unit.org))
  // a day more: days here begin before those of the database
  const since = addDays(context.asOf, -QUIET_DAYS - 1)
  const asked = await tx
    .selectFrom('similarCaseAnswer as answer')
    .innerJoin('similarCaseReview as review', (join) =>
      join.onRef('review.jurisdictionId', '=', 'answer.jurisdictionId').onRef('review.id', '=', 'answer.reviewId'),
    )
    .leftJoin('inspectionFinding as source', (join) =>
      join.on('source.jurisdictionId', '=', jurisdictionId).onRef('source.id', '=', 'review.findingId'),
    )
    .leftJoin('inspectionItem as item', (join) =>
      join.on('item.jurisdictionId', '=', jurisdictionId).onRef('item.id', '=', 'source.itemId'),
    )
    .select(['answer.orgId as org', 'review.words', 'review.found', 'review.askedAt', 'item.words as item'])
    .where('answer.jurisdictionId', '=', jurisdictionId)
    .where('review.jurisdictionId', '=', jurisdictionId)
    .where('review.state', '<>', 'withdrawn')
    .where('review.askedAt', '>=', since)
    .execute()
  const noted = await tx
    .selectFrom('inspectionFinding as finding')
    .innerJoin('inspection', (join) =>
      join.onRef('inspection.jurisdictionId', '=', 'finding.jurisdictionId').onRef('inspection.id', '=', 'finding.inspectionId'),
    )
    .leftJoin('inspectionItem as item', (join) =>
      join.on('item.jurisdictionId', '=', jurisdictionId).onRef('item.id', '=', 'finding.itemId'),
    )
    .select(['finding.orgId as org', 'finding.words', 'inspection.toDay as on', 'item.words as item'])
    .where('finding.jurisdictionId', '=', jurisdictionId)
    .where('inspection.jurisdictionId', '=', jurisdictionId)
    .where('finding.state', 'not in', ['noted', 'withdrawn'])
    .where('mark', '=', 0)
    .where('inspection.toDay', '>=', since)
    .execute()
  const known = [
    ...asked.map(({ askedAt, ...row }) =>
      Known.parse({ ...row, item: row.item ?? '', kind: 'asked', on: dayInShanghai(Instant.parse(askedAt)) }),
    ),
    ...noted.map((row) => Known.parse({ ...row, item: row.item ?? '', kind: 'noted', found: '' })),
  ]
  const may = new Set(units.map((unit) => unit.org))
  const wordings = words === '' ? [found] : [found, words]
  const warnings = burdenWarnings(known, { words: wordings, item }, context.asOf).filter((warning) => may.has(warning.org))
  return { found, org: own, units, warnings }
}

/** The words of what was found, what the checklist asked there, and where. A marked inspection is told to nobody else. */
async function foundIn(
  tx: Tx,
  context: Context,
  scope: Scope,
  source: SimilarCaseSource,
): Promise<{ readonly found: string; readonly item: string; readonly org: { readonly id: string | null; readonly name: string } }> {
  if (source.kind === 'plan-finding') {
    const { title, list } = await findFinding(tx, context, { planId: source.plan, finding: source.key })
    return { found: title, item: '', org: { id: null, name: list[0]?.units ?? '' } }
  }
  const { isMarked, state, words, org, orgName, item } = await loadInspectionFinding(tx, scope, source.finding)
  if (isMarked) accepted(refuse('inspection-marked'))
  if (state === 'noted' || state === 'withdrawn') accepted(refuse('inspection-finding-state', { state, act: 'follow' }))
  const asked =
    item === null
      ? undefined
      : await tx
          .selectFrom('inspectionItem')
          .select('words')
          .where('jurisdictionId', '=', scope.jurisdictionId)
          .where('id', '=', item)
          .executeTakeFirst()
  return { found: words, item: asked?.words ?? '', org: { id: org, name: orgName } }
}
