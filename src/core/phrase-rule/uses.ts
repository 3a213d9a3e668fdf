import type { Draft } from '#core/draft/draft.ts'
import { rulesOf } from '#core/phrase-rule/rules-of.ts'
import { textOf } from '#core/text/span.ts'

/** How often a rule was used in one plan, and the first sentences where it was. */
export interface RuleUse {
  readonly rule: string
  readonly uses: number
  readonly quotes: readonly string[]
}

const QUOTES = 3
const LONGEST = 120

/** What a draft owes to rules: values found through them, and wording left out by them. */
export function usesIn(text: string, { commitments, diagnostics }: Draft): RuleUse[] {
  const places: { readonly rule: string; readonly quote: string }[] = []
  for (const { sentence, reading } of commitments)
    for (const { rule } of rulesOf(reading)) places.push({ rule: rule.id, quote: textOf(text, sentence).slice(0, LONGEST) })
  for (const { code, params } of diagnostics)
    if (code === 'taught-wording') places.push({ rule: params['rule'] ?? '', quote: (params['words'] ?? '').slice(0, LONGEST) })
  return [...Map.groupBy(places, ({ rule }) => rule)].map(([rule, all]) => ({
    rule,
    uses: all.length,
    quotes: [...new Set(all.map(({ quote }) => quote))].slice(0, QUOTES),
  }))
}
