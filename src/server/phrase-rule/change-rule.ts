import { changeRule as decide } from '#core/phrase-rule/decisions.ts'
import type { PhraseRule, RuleWords } from '#core/phrase-rule/phrase-rule.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Tx } from '#server/db/connect.ts'
import { findRule, lockRules } from '#server/phrase-rule/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Which {
  readonly id: string
  readonly version: number
}

/** 修改短语规则: its phrase, what it teaches, its example. */
export async function changeRule(context: Context, { id, version, ...words }: RuleWords & Which): Promise<PhraseRule> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('phrase-rule:teach')
    const rules = await lockRules(tx, actor.jurisdictionId)
    const before = findRule(rules, { id, version })
    const { phrase, teaches, example } = accepted(
      decide(
        rules.map(({ rule }) => rule),
        before,
        words,
      ),
    )
    const after: PhraseRule = { ...before, phrase, teaches, example }
    await update(tx, context, { id, version }, { kind: teaches.kind, phrase, teaches: JSON.stringify(teaches), example })
    await record({ verb: 'phrase-rule.change', subject: { kind: 'phrase-rule', id }, before, after })
    return after
  })
}

/** 停用 or 启用: one that is off teaches nothing. */
export async function switchRule(context: Context, { isOn, ...which }: Which & { readonly isOn: boolean }): Promise<PhraseRule> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('phrase-rule:teach')
    const before = findRule(await lockRules(tx, actor.jurisdictionId), which)
    if (before.isOn === isOn) accepted(refuse('nothing-changed'))
    await update(tx, context, which, { isOn })
    const after = { ...before, isOn }
    await record({ verb: 'phrase-rule.switch', subject: { kind: 'phrase-rule', id: which.id }, before, after })
    return after
  })
}

/** 删除短语规则, with the reason. What was read through it stays as it is. */
export async function removeRule(
  context: Context,
  { reason, ...which }: Which & { readonly reason: string },
): Promise<{ readonly removed: true }> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('phrase-rule:teach')
    const before = findRule(await lockRules(tx, actor.jurisdictionId), which)
    await update(tx, context, which, { removedAt: context.now, removedByName: actor.name, removedBecause: reason })
    await record({ verb: 'phrase-rule.remove', subject: { kind: 'phrase-rule', id: which.id }, before, after: { reason } })
    return { removed: true }
  })
}

interface Columns {
  readonly kind?: string
  readonly phrase?: string
  readonly teaches?: string
  readonly example?: string
  readonly isOn?: boolean
  readonly removedAt?: string
  readonly removedByName?: string
  readonly removedBecause?: string
}

async function update(tx: Tx, { actor, now }: Context, { id, version }: Which, columns: Columns): Promise<void> {
  await tx
    .updateTable('phraseRule')
    .set({ ...columns, version: version + 1, changedAt: now })
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .execute()
}
