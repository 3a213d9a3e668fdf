import type * as z from 'zod'
import type { PlanCountings } from '#contract/counting.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import type { Pack } from '#core/pack/pack.ts'
import { PlanId } from '#core/plan/plan.ts'
import { withGroupNames, withTaughtHints } from '#core/phrase-rule/for-counting.ts'
import type { PhraseRule } from '#core/phrase-rule/phrase-rule.ts'
import { suggestDefinition, type SuggestionGround } from '#core/terms/suggest-definition.ts'
import { countingView } from '#server/counting/get.ts'
import { loadCountings } from '#server/counting/load.ts'
import { findTerms, loadPlanGround } from '#server/counting/refresh-terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { rulesInForce } from '#server/phrase-rule/stored.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Found = z.infer<typeof PlanCountings>

/** How the confirmed commitments of a plan are counted, and how those may be that nobody has defined yet. */
export async function suggestCountings(
  context: Context & { readonly packs: readonly Pack[] },
  { planId }: { readonly planId: string },
): Promise<Found> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('counting:define')
    const { jurisdictionId } = actor
    const document = await loadText(tx, jurisdictionId, planId)
    const plan = await loadPlanGround(tx, jurisdictionId, planId)
    const { registers, pack } = await loadRegisterSet(tx, jurisdictionId, context.packs)
    const rules = await rulesInForce(tx, jurisdictionId)
    const ground: SuggestionGround = {
      organisation: organisationAsOf(await loadOrganisation(tx, jurisdictionId), context.asOf),
      registers: withTaughtHints([...registers.values()], rules),
      words: pack.manifest.words,
    }
    const countings = new Map((await loadCountings(tx, jurisdictionId)).map((each) => [each.commitment, each]))
    const places = await loadPlaces(tx, jurisdictionId, planId)
    const items = plan.commitments
      .filter(({ state }) => state === 'confirmed')
      .map((commitment): Found['items'][number] => {
        const { id, ref, state, clause, reading, within, text } = commitment
        const counting = countings.get(id)
        return {
          commitment: id,
          ref,
          state,
          clause,
          aspect: places.get(id)?.aspect ?? null,
          measure: places.get(id)?.measure ?? null,
          sentence: places.get(id)?.sentence ?? text,
          text,
          reading,
          within,
          counting:
            counting === undefined
              ? { commitment: id, version: 0, definition: null, open: [], isComputable: false }
              : countingView(counting),
          suggestion: suggestionOf(commitment, document.text, { ...ground, rules }, plan),
        }
      })
    return {
      plan: { id: document.id, title: document.title },
      frame: plan.frame,
      items,
      questions: plan.questions.filter(({ answer }) => answer === null),
    }
  })
}

/** A suggestion with what it would leave open; null where nothing can be suggested. */
function suggestionOf(
  commitment: Commitment,
  document: string,
  ground: SuggestionGround & { readonly rules: readonly PhraseRule[] },
  plan: Awaited<ReturnType<typeof loadPlanGround>>,
): Found['items'][number]['suggestion'] {
  const { span, sentence, text, reading, basis, within } = commitment
  const [before, after] =
    span === null || sentence === null ? ['', ''] : [document.slice(sentence.start, span.start), document.slice(span.end, sentence.end)]
  const said = (words: string): string => withGroupNames(words, ground.rules)
  const found = suggestDefinition({ reading, basis, within, text: said(text), before: said(before), after: said(after) }, ground)
  return found === null ? null : { ...found, open: findTerms(commitment.id, found.definition, plan).open }
}

async function loadText(
  tx: Tx,
  jurisdictionId: string,
  planId: string,
): Promise<{ readonly id: Found['plan']['id']; readonly title: string; readonly text: string }> {
  const row = await tx
    .selectFrom('plan')
    .innerJoin('planDocument as document', (join) =>
      join.onRef('document.jurisdictionId', '=', 'plan.jurisdictionId').onRef('document.planId', '=', 'plan.id'),
    )
    .select(['plan.id', 'plan.title', 'document.text'])
    .where('plan.jurisdictionId', '=', jurisdictionId)
    .where('document.jurisdictionId', '=', jurisdictionId)
    .where('plan.id', '=', planId)
    .orderBy('document.revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return { id: PlanId.parse(row.id), title: row.title, text: row.text }
}

async function loadPlaces(tx: Tx, jurisdictionId: string, planId: string) {
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select(['commitmentId', 'aspect', 'measure', 'sentence'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .execute()
  return new Map<string, (typeof rows)[number]>(rows.map((row) => [row.commitmentId, row]))
}
