import type { Outcome } from '#core/outcome/outcome.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { checkRule, type RuleFault } from '#core/phrase-rule/check-rule.ts'
import type { PhraseRule, RuleWords } from '#core/phrase-rule/phrase-rule.ts'

/** Why a rule is not kept: its own faults; `taught-already` the same phrase teaches the same kind of thing; `too-many-rules`; `nothing-changed`. */
export type TeachRefusal = RuleFault | 'taught-already' | 'too-many-rules' | 'nothing-changed'

const MOST_RULES = 1000

/** 保留为规则: a person teaches a phrase. `others`: the rules there are. */
export function addRule(others: readonly RuleWords[], words: RuleWords): Outcome<RuleWords, TeachRefusal> {
  if (others.length >= MOST_RULES) return refuse('too-many-rules', { most: String(MOST_RULES) })
  return others.some((other) => isSamePhrase(other, words)) ? refuse('taught-already', { phrase: words.phrase }) : checkRule(words)
}

/** 修改: a person teaches a phrase otherwise. */
export function changeRule(others: readonly PhraseRule[], before: PhraseRule, words: RuleWords): Outcome<RuleWords, TeachRefusal> {
  const { phrase, teaches, example } = before
  if (JSON.stringify({ phrase, teaches, example }) === JSON.stringify(words)) return refuse('nothing-changed')
  const clash = others.some((other) => other.id !== before.id && isSamePhrase(other, words))
  return clash ? refuse('taught-already', { phrase: words.phrase }) : checkRule(words)
}

/** What an import of a file would keep, and what it leaves: the same is taught already, or it cannot be used. */
export interface RuleImport {
  readonly kept: readonly RuleWords[]
  readonly same: readonly RuleWords[]
  readonly unusable: readonly { readonly words: RuleWords; readonly code: TeachRefusal }[]
}

/** 导入: the rules of a file, each as if a person taught it now. */
export function importRules(others: readonly RuleWords[], rules: readonly RuleWords[]): RuleImport {
  const kept: RuleWords[] = []
  const same: RuleWords[] = []
  const unusable: { words: RuleWords; code: TeachRefusal }[] = []
  for (const { phrase, teaches, example } of rules) {
    const words = { phrase, teaches, example }
    const decided = addRule([...others, ...kept], words)
    if (decided.ok) kept.push(words)
    else if (decided.refusal.code === 'taught-already') same.push(words)
    else unusable.push({ words, code: decided.refusal.code })
  }
  return { kept, same, unusable }
}

function isSamePhrase(one: RuleWords, other: RuleWords): boolean {
  return one.phrase === other.phrase && one.teaches.kind === other.teaches.kind
}
