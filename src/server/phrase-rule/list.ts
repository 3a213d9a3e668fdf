import * as z from 'zod'
import type { phraseRule } from '#contract/phrase-rule.ts'
import { PlanId } from '#core/plan/plan.ts'
import type { Tx } from '#server/db/connect.ts'
import { instantOf, ruleOf } from '#server/phrase-rule/stored.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Listed = z.output<NonNullable<(typeof phraseRule.list)['~orpc']['outputSchema']>>['items'][number]

const Quotes = z.array(z.string())

/** 短语规则: those that hold, those switched off, then the removed ones; each with where it was used. */
export async function listRules(context: Context): Promise<readonly Listed[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('phrase-rule:read')
    const { jurisdictionId } = actor
    const rows = await tx
      .selectFrom('phraseRule')
      .selectAll()
      .where('jurisdictionId', '=', jurisdictionId)
      .orderBy('madeAt', 'desc')
      .orderBy('id')
      .execute()
    const used = await loadUses(tx, jurisdictionId)
    return rows
      .map((row): Listed => {
        const { version, changedAt, removedAt, removedByName, removedBecause } = row
        return {
          ...ruleOf(row),
          version,
          changedAt: instantOf(changedAt),
          removed: removedAt === null ? null : { at: instantOf(removedAt), by: removedByName ?? '', because: removedBecause ?? '' },
          used: used.get(row.id) ?? [],
        }
      })
      .toSorted((a, b) => rankOf(a) - rankOf(b))
  })
}

function rankOf({ removed, isOn }: Listed): number {
  return removed !== null ? 2 : isOn ? 0 : 1
}

async function loadUses(tx: Tx, jurisdictionId: string): Promise<ReadonlyMap<string, Listed['used']>> {
  const rows = await tx
    .selectFrom('phraseRuleUse')
    .innerJoin('plan', (join) =>
      join.onRef('plan.jurisdictionId', '=', 'phraseRuleUse.jurisdictionId').onRef('plan.id', '=', 'phraseRuleUse.planId'),
    )
    .select(['phraseRuleUse.ruleId', 'plan.id', 'plan.title', 'phraseRuleUse.uses', 'phraseRuleUse.quotes'])
    .where('phraseRuleUse.jurisdictionId', '=', jurisdictionId)
    .where('plan.jurisdictionId', '=', jurisdictionId)
    .orderBy('plan.importedAt', 'desc')
    .execute()
  const uses = Map.groupBy(rows, ({ ruleId }) => ruleId)
  return new Map(
    [...uses].map(([rule, all]) => [
      rule,
      all.map(({ id, title, uses: count, quotes }) => ({ plan: PlanId.parse(id), title, uses: count, quotes: Quotes.parse(quotes) })),
    ]),
  )
}
