import { addRule as decide } from '#core/phrase-rule/decisions.ts'
import type { PhraseRule, RuleWords } from '#core/phrase-rule/phrase-rule.ts'
import { insertRules, lockRules } from '#server/phrase-rule/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 保留为规则: from the next document on. What has been read stays as it is. */
export async function addRule(context: Context, words: RuleWords): Promise<PhraseRule> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('phrase-rule:teach')
    const rules = await lockRules(tx, actor.jurisdictionId)
    const decided = accepted(
      decide(
        rules.map(({ rule }) => rule),
        words,
      ),
    )
    const [kept] = await insertRules(tx, context, [decided])
    if (kept === undefined) throw new Error('one rule was to be kept')
    await record({ verb: 'phrase-rule.add', subject: { kind: 'phrase-rule', id: kept.id }, after: kept })
    return kept
  })
}
