import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'
import type { RuleWords } from '#core/phrase-rule/phrase-rule.ts'
import { NUMBER_SLOT } from '#core/phrase-rule/signs.ts'

/**
 * Why a rule cannot be kept: `phrase-too-short` it would be found everywhere, `phrase-slots` more than one number or nothing but a number,
 * `phrase-over-sentences` it runs over a full stop, `rhythm-without-period` it would not recur, `comparator-range` a range needs two numbers.
 */
export type RuleFault = 'phrase-too-short' | 'phrase-slots' | 'phrase-over-sentences' | 'rhythm-without-period' | 'comparator-range'

const SHORTEST = 2

/** Holds what a person teaches to what can be found in a sentence and computed. A unit may be one character: a number stands before it. */
export function checkRule<Rule extends RuleWords>(rule: Rule): Outcome<Rule, RuleFault> {
  const { phrase, teaches } = rule
  const pieces = phrase.split(NUMBER_SLOT)
  const literal = pieces.join('')
  if (pieces.length > 2 || /[{}]/.test(literal) || literal.trim() === '') return refuse('phrase-slots')
  if (/[。；;！!？?\n\r\t]/u.test(literal)) return refuse('phrase-over-sentences')
  if (literal.length < SHORTEST && teaches.kind !== 'unit') return refuse('phrase-too-short')
  if (teaches.kind === 'rhythm' && (teaches.period.unit === 'once' || teaches.period.unit === 'none'))
    return refuse('rhythm-without-period')
  if (teaches.kind === 'comparator' && teaches.comparator === 'range') return refuse('comparator-range')
  return accept(rule)
}
