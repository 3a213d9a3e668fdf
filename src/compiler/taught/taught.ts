import { fold } from '#compiler/source/fold.ts'
import type { PhraseRule, Teaching, TeachingKind } from '#core/phrase-rule/phrase-rule.ts'
import { NUMBER_SLOT } from '#core/phrase-rule/signs.ts'
import type { RuleRef } from '#core/text/certain.ts'

/** A phrase as it is looked for: folded, without blanks, in two pieces where a number stands between them. */
export interface Pieces {
  readonly before: string
  readonly after: string
  readonly hasNumber: boolean
}

/** A phrase and what it teaches. */
export interface TaughtPhrase<Kind extends TeachingKind> extends Pieces {
  readonly teaches: Extract<Teaching, { kind: Kind }>
  readonly rule: RuleRef
}

/** What people have taught, by what it teaches; in each list the longest phrase first. */
export type Taught = { readonly [Kind in TeachingKind]: readonly TaughtPhrase<Kind>[] }

/** Nobody has taught anything: the reading is the grammar's alone. */
export const nothingTaught = teach([])

/**
 * The rules in the order in which they hold, whatever order they come in: a longer phrase before a shorter one, then by their characters. Of two rules that teach
 * the same of the same phrase the later made holds, then the one with the greater id. What is switched off teaches nothing.
 */
export function teach(rules: readonly PhraseRule[]): Taught {
  const held = rules.filter(({ isOn }) => isOn).toSorted(byPrecedence)
  return {
    unit: ofKind(held, 'unit'),
    rhythm: ofKind(held, 'rhythm'),
    comparator: ofKind(held, 'comparator'),
    scope: ofKind(held, 'scope'),
    org: ofKind(held, 'org'),
    leader: ofKind(held, 'leader'),
    wording: ofKind(held, 'wording'),
    register: ofKind(held, 'register'),
  }
}

function byPrecedence(a: PhraseRule, b: PhraseRule): number {
  const [one, other] = [literalOf(a), literalOf(b)]
  return other.length - one.length || compareText(one, other) || compareText(b.madeOn, a.madeOn) || compareText(b.id, a.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function literalOf({ phrase }: PhraseRule): string {
  return fold(phrase).replaceAll(/\s/g, '')
}

function ofKind<Kind extends TeachingKind>(rules: readonly PhraseRule[], kind: Kind): readonly TaughtPhrase<Kind>[] {
  const phrases = new Map<string, TaughtPhrase<Kind>>()
  for (const rule of rules) {
    const { teaches } = rule
    const literal = literalOf(rule)
    if (!isOfKind(teaches, kind) || phrases.has(literal)) continue
    const [before = '', after] = literal.split(NUMBER_SLOT)
    const ref = { id: rule.id, phrase: rule.phrase }
    phrases.set(literal, { before, after: after ?? '', hasNumber: after !== undefined, teaches, rule: ref })
  }
  return [...phrases.values()]
}

function isOfKind<Kind extends TeachingKind>(teaches: Teaching, kind: Kind): teaches is Extract<Teaching, { kind: Kind }> {
  return teaches.kind === kind
}
