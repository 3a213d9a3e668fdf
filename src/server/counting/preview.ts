import type * as z from 'zod'
import type { CountingPreview } from '#contract/counting.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { lightOf } from '#core/light/light.ts'
import { evaluate } from '#core/occurrence/evaluate.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { viewOf } from '#core/occurrence/view.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Pack } from '#core/pack/pack.ts'
import { checkDefinition } from '#core/terms/check-definition.ts'
import type { Definition } from '#core/terms/definition.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadCountings } from '#server/counting/load.ts'
import { findTerms, loadPlanGround } from '#server/counting/refresh-terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadLightSetting } from '#server/light/load.ts'
import { loadGround, loadRecordsFor } from '#server/occurrence/facts.ts'
import { knownIn } from '#server/org/known.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { namesOf } from '#server/record/names.ts'
import { loadCountable } from '#server/register/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const MOST_SHOWN = 60

/** What a definition would come to on the records of today. Saves nothing. */
export async function previewCounting(
  context: Context & { readonly packs: readonly Pack[] },
  { id, definition }: { readonly id: CommitmentId; readonly definition: Definition },
): Promise<z.infer<typeof CountingPreview>> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('counting:define')
    const { jurisdictionId } = actor
    const { asOf } = context
    const row = await tx
      .selectFrom('commitment')
      .select('planId')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw new AppError('NOT_FOUND')
    const known = knownIn(await loadOrganisation(tx, jurisdictionId))
    const fault = checkDefinition(definition, { ...known, registers: await loadCountable(tx, jurisdictionId, context.packs) })[0]
    if (fault !== undefined) accepted(refuse(fault.code, fault.params))
    const { terms, open } = findTerms(id, definition, await loadPlanGround(tx, jurisdictionId, row.planId))
    if (terms === null) return { asOf, items: [], open, isComputable: false, total: 0, counted: 0, names: {} }
    const all = (await evaluateToday(tx, jurisdictionId, terms, asOf)).toSorted((a, b) => rankOf(a) - rankOf(b))
    const { thresholds } = await loadLightSetting(tx, jurisdictionId)
    const shown = all.slice(0, MOST_SHOWN)
    const counted = new Set(all.flatMap(({ explanation }) => explanation.filter(({ counts }) => counts).map(({ record }) => record)))
    return {
      asOf,
      items: shown.map((occurrence) => ({
        occurrence: { ...occurrence, explanation: [] },
        light: lightOf(occurrence, terms.target, thresholds),
      })),
      open,
      isComputable: true,
      total: all.length,
      counted: counted.size,
      names: await namesOf(tx, jurisdictionId, new Set(shown.map(({ subject }) => subject))),
    }
  })
}

/** What runs first, then what is over, then what is to come. */
function rankOf({ period, asOf }: Occurrence): number {
  if (period.from > asOf) return 2
  return period.to !== null && period.to < asOf ? 1 : 0
}

async function evaluateToday(tx: Tx, jurisdictionId: string, terms: Terms, asOf: Occurrence['asOf']): Promise<readonly Occurrence[]> {
  const others = (await loadCountings(tx, jurisdictionId)).flatMap((each) =>
    each.terms === null || each.commitment === terms.commitment ? [] : [each.terms],
  )
  const ground = await loadGround(tx, jurisdictionId, [...others, terms])
  const records = await loadRecordsFor(tx, jurisdictionId, [terms], ground)
  return evaluate(terms, viewOf({ ...ground, records }), asOf)
}
