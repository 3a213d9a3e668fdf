import type { Commitment } from '#core/commitment/commitment.ts'
import type { Counting } from '#core/counting/counting.ts'
import type { Measure } from '#core/target/measure.ts'
import type { Mention } from '#core/terms/mentions.ts'
import type { SuggestedSource } from '#core/terms/suggest-counting.ts'
import type { Suggested, SuggestedPart } from '#core/terms/suggestion.ts'

type Said = Pick<Commitment, 'reading' | 'basis' | 'text'>

/** What is measured. Null where it follows from the words: 次 are counted, days add up, a milestone is done or not. */
export function suggestMeasure(said: Said, best: SuggestedSource, counting: Counting, mentions: readonly Mention[]): Suggested<Measure> {
  const { reading } = said
  switch (reading.kind) {
    case 'count':
    case 'duration':
      return best.measure.kind === 'count' || best.measure.kind === 'days' ? none : found(best.measure, 'register', best.words, true)
    case 'ratio':
      return ratio(best, counting, mentions)
    case 'coverage':
      return reading.value?.value === '0' || reading.scope.value !== 'org' ? none : share(best, counting, mentions)
    case 'trend':
      return change(said, best)
    case 'achieved':
    case 'deadline':
    case 'undefined':
      return none
  }
}

const none: Suggested<Measure> = { value: null, parts: [] }

function ratio(
  { measure, denominator, words, isSure, register }: SuggestedSource,
  counting: Counting,
  mentions: readonly Mention[],
): Suggested<Measure> {
  if (measure.kind === 'latest' && denominator === null) return found(measure, 'register', words, isSure)
  if (denominator === null) return covered(register, mentions) ?? missing(words)
  const since = denominator.reason.foundIn === 'numerator' ? counting.since : 'period'
  const other = { ...plain, sources: [denominator.source], since } as const
  const value: Measure = {
    kind: 'ratio',
    numerator: { measure, counting: null },
    denominator: { measure: denominator.measure, counting: other },
  }
  return found(value, denominator.reason.foundIn === 'base' ? 'words' : 'register', denominator.reason.word, isSure)
}

const plain = { mode: 'any', needs: 'submitted', completion: null, within: null, notWith: [], before: null } as const

/** 全覆盖 of what a register lists: those a condition holds for, out of all. */
function share({ source, words, register }: SuggestedSource, counting: Counting, mentions: readonly Mention[]): Suggested<Measure> {
  if (source.where?.kind !== 'yes' && source.where?.kind !== 'filled') return covered(register, mentions) ?? missing(words)
  const all: Counting = { ...counting, sources: [{ ...source, where: null }], completion: null, within: null }
  return found(
    {
      kind: 'ratio',
      numerator: { measure: { kind: 'count' }, counting: null },
      denominator: { measure: { kind: 'count' }, counting: all },
    },
    'assumed',
    words,
    false,
  )
}

/** 中层干部廉政谈话覆盖率: those of a group whom the records name. */
function covered({ fields }: SuggestedSource['register'], mentions: readonly Mention[]): Suggested<Measure> | null {
  const field = fields.find(({ type }) => type === 'people' || type === 'orgs')?.id
  const mention = mentions.find(({ population }) => population.kind === 'group' || population.kind === 'children')
  if (field === undefined || mention === undefined) return null
  return found({ kind: 'coverage', field, population: mention.population }, 'roster', mention.words, false)
}

function missing(words: string): Suggested<Measure> {
  return { value: null, parts: [{ part: 'measure', from: 'missing', words, isSure: false }] }
}

function change({ reading, basis, text }: Said, { measure, words }: SuggestedSource): Suggested<Measure> {
  const answer = basis.findLast(({ code }) => code === 'base-period')?.answer ?? reading.base?.value ?? ''
  const year = /(?:19|20)\d\d/.exec(answer)?.[0]
  const direction = reading.comparator?.value.startsWith('increase') === true ? 'increase' : 'decrease'
  const isYearly = text.includes('年均')
  const base =
    year === undefined
      ? ({ kind: 'previous' } as const)
      : ({ kind: 'year', year: Number(year), ...(isYearly ? { isYearly } : {}) } as const)
  return found(
    { kind: 'change', direction, of: measure, base },
    answer === '' ? 'assumed' : 'answer',
    answer === '' ? words : answer,
    answer !== '',
  )
}

function found(value: Measure, from: SuggestedPart['from'], words: string, isSure: boolean): Suggested<Measure> {
  return { value, parts: [{ part: 'measure', from, words, isSure }] }
}
