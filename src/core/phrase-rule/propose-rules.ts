import type { Commitment } from '#core/commitment/commitment.ts'
import type { Reading } from '#core/draft/reading.ts'
import { checkRule } from '#core/phrase-rule/check-rule.ts'
import type { RuleWords, Teaching } from '#core/phrase-rule/phrase-rule.ts'
import { isPlain, periodPhrase, phraseAround, subjectPhrase, unitPhrase } from '#core/phrase-rule/hang-on.ts'
import type { Certain } from '#core/text/certain.ts'
import { type Span, textOf } from '#core/text/span.ts'

type Corrected = Pick<Commitment, 'span' | 'sentence' | 'original' | 'reading' | 'state' | 'decision'>

/**
 * The rules that a correction would make, the likeliest first: what a person decided otherwise than it was read, and the phrase of the sentence on which that
 * hangs. Nothing where the correction hangs on no phrase (a number, a day). A person says whether one is kept, and may put its phrase right.
 */
export function proposeRules(text: string, corrected: Corrected): readonly RuleWords[] {
  const { span, sentence, original, reading, state, decision } = corrected
  if (span === null || sentence === null || original === null) return []
  const example = textOf(text, sentence)
  const found =
    state === 'discarded'
      ? decision?.reason === 'wording'
        ? [propose(wordingPhrase(textOf(text, span)), { kind: 'wording' }, example)]
        : []
      : teachings(text, { span, sentence }, original, reading).map(([phrase, teaches]) => propose(phrase, teaches, example))
  return found.filter((words) => !isPlain(words.phrase) && checkRule(words).ok)
}

type Hung = readonly [phrase: string, teaches: Teaching]

function teachings(text: string, place: { readonly span: Span; readonly sentence: Span }, original: Reading, reading: Reading): Hung[] {
  const hung: Hung[] = []
  const { period, comparator, unit, scope } = reading
  if (unit !== null && unit.value !== original.unit?.value)
    hung.push([unitPhrase(text, place.sentence, original, reading), { kind: 'unit', unit: unit.value }])
  if (comparator !== null && original.value !== null && comparator.value !== original.comparator?.value)
    hung.push([phraseAround(text, place.sentence, original), { kind: 'comparator', comparator: comparator.value }])
  if (JSON.stringify(period.value) !== JSON.stringify(original.period.value))
    hung.push([said(text, original.period) ?? periodPhrase(textOf(text, place.sentence)), { kind: 'rhythm', period: period.value }])
  if (scope.value !== original.scope.value)
    hung.push([
      said(text, original.scope) ?? subjectPhrase(textOf(text, place.sentence)),
      { kind: 'scope', scope: scope.value, group: null },
    ])
  for (const [field, kind] of [
    ['leaders', 'leader'],
    ['leadOrgs', 'org'],
  ] as const) {
    const [gone, ...others] = original[field].filter(({ value }) => !reading[field].some((each) => each.value === value))
    const [name, ...more] = reading[field].filter(({ value }) => !original[field].some((each) => each.value === value))
    if (name === undefined || others.length + more.length > 0) continue
    const phrase = gone === undefined ? subjectPhrase(textOf(text, place.sentence)) : said(text, gone)
    if (phrase !== null) hung.push([phrase, { kind, name: name.value }])
  }
  return hung
}

function propose(phrase: string, teaches: Teaching, example: string): RuleWords {
  return { phrase: phrase.replaceAll(/\s/g, '').slice(0, 60), teaches, example: example.slice(0, 500) }
}

function said(text: string, value: Certain<unknown>): string | null {
  return value.certainty === 'stated' ? textOf(text, value.span) : null
}

/** Without the number it stands under and the stop at its end. */
function wordingPhrase(words: string): string {
  return words.replace(/^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[）)、.．]|是|要)/u, '').replace(/[，,。；;]+$/u, '')
}
