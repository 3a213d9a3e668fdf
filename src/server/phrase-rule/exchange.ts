import { importRules as decide } from '#core/phrase-rule/decisions.ts'
import type { RuleFile } from '#core/phrase-rule/phrase-rule.ts'
import { insertRules, loadRules, lockRules } from '#server/phrase-rule/stored.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 导出短语规则 as data: what an import of another jurisdiction and `--rules` take. Journalled. */
export async function exportRules(context: Context): Promise<File> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('phrase-rule:read')
    const rules = (await loadRules(tx, actor.jurisdictionId)).map(({ rule }) => rule)
    const content: RuleFile = { format: 'xiaohao-phrase-rules', version: 1, rules }
    await record({ verb: 'phrase-rule.export', subject: { kind: 'phrase-rule', id: actor.jurisdictionId }, after: { rules: rules.length } })
    return new File([`${JSON.stringify(content, null, 2)}\n`], `短语规则-${context.asOf}.json`, { type: 'application/json' })
  })
}

/** What an import did. */
interface Imported {
  readonly added: number
  readonly same: number
  readonly unusable: readonly { readonly phrase: string; readonly code: string }[]
}

/** 导入短语规则: each is kept as if whoever asks taught it now. */
export async function importRules(context: Context, { rules }: RuleFile): Promise<Imported> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('phrase-rule:teach')
    const others = (await lockRules(tx, actor.jurisdictionId)).map(({ rule }) => rule)
    const { kept, same, unusable } = decide(others, rules)
    const added = await insertRules(tx, context, kept)
    await record({
      verb: 'phrase-rule.import',
      subject: { kind: 'phrase-rule', id: actor.jurisdictionId },
      after: { added, same: same.length },
    })
    return { added: added.length, same: same.length, unusable: unusable.map(({ words, code }) => ({ phrase: words.phrase, code })) }
  })
}
