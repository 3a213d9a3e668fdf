import type { Reading } from '#core/draft/reading.ts'
import type { Difference } from '#core/revision/differences.ts'
import { targetText } from '#web/_words/reading/indicator.ts'
import type { ReadingWords } from '#web/_words/reading/words.ts'

/** A value of a reading on both sides. */
export interface DifferenceRow {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What differs between two readings, each with both values; wording stands in the sentences. */
export function differenceRows(
  differences: readonly Difference[],
  { before, after }: { readonly before: Reading; readonly after: Reading },
  words: ReadingWords,
): readonly DifferenceRow[] {
  return differences
    .flatMap((difference) => partsOf(difference, words))
    .map(({ label, of }) => ({ label, before: of(before), after: of(after) }))
    .filter(({ before: one, after: other }) => one !== other)
}

type Part = { readonly label: string; readonly of: (reading: Reading) => string }

function partsOf(difference: Difference, words: ReadingWords): readonly Part[] {
  const { field } = words
  const names = (key: 'leaders' | 'leadOrgs' | 'supportingOrgs' | 'owners'): Part => ({
    label: field[key],
    of: (reading) => reading[key].map(({ value }) => value).join('、'),
  })
  const word = (key: 'object' | 'base' | 'deadlineText'): Part => ({ label: field[key], of: (reading) => reading[key]?.value ?? '' })
  switch (difference) {
    case 'wording':
      return []
    case 'kind':
      return [{ label: field.kind, of: ({ kind }) => words.kind[kind] }]
    case 'target':
      return [
        { label: field.target, of: (reading) => (reading.value === null ? '' : (targetText(reading, words) ?? '')) },
        word('object'),
        word('base'),
        { label: field.modality, of: ({ modality }) => (modality === null ? '' : words.modality[modality.value]) },
      ]
    case 'rhythm':
      return [{ label: field.period, of: ({ period }) => words.period(period.value) }]
    case 'due':
      return [{ label: field.deadline, of: ({ deadline }) => deadline?.value ?? '' }, word('deadlineText')]
    case 'scope':
      return [{ label: field.scope, of: ({ scope }) => words.scope[scope.value] }]
    case 'responsibility':
      return [names('leaders'), names('leadOrgs'), names('supportingOrgs'), names('owners')]
    case 'nature':
      return [{ label: field.nature, of: ({ nature }) => (nature === null ? '' : words.nature[nature.value]) }]
  }
}
