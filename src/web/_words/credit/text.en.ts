import type { ReasonNames, Text } from './text.zh.ts'

export const en = {
  rule: () => 'It fits the counting rule',
  person: ({ by }: ReasonNames) => `${by === '' ? 'Somebody' : by} said that it counts`,
  'days-counted-already': () => 'It counts, but these days are counted by other records already',
  draft: () => 'It is a draft: it counts once it is submitted',
  returned: () => 'It was returned: it counts once it is corrected',
  voided: () => 'It is void and counts no more',
  'not-accepted': () => 'Here only what was reviewed counts, and it has not been yet',
  condition: ({ field, register }: ReasonNames) =>
    field === '' ? `It does not meet what is asked of “${register}”` : `“${field}” does not meet what is asked here`,
  'not-completed': () => 'It is not completed: it counts once it is',
  completed: ({ on }: ReasonNames) => `It was completed on ${on} and is open no more`,
  'completed-outside': ({ on }: ReasonNames) => `It was completed on ${on}, outside this period`,
  'begun-outside': ({ on }: ReasonNames) => `It began on ${on}, before this period`,
  'not-within': ({ commitment }: ReasonNames) => `Only what counts for “${commitment}” counts here, and this does not`,
  'counted-elsewhere': ({ commitment }: ReasonNames) => `It counts for “${commitment}” already`,
  'not-before-event': ({ register }: ReasonNames) => `It must lie before “${register}”, and lies on that day or after`,
  'not-a-member': () => 'On that day the person or unit was not one of those it holds for',
  'no-value': () => 'The number that counts was not filled in',
  'not-latest': () => 'There is a later one, and only the latest counts',
  'same-as-before': () => 'It is the same as a record that counts already',
  'person-excludes': ({ by }: ReasonNames) => `${by === '' ? 'Somebody' : by} said that it does not count`,
} satisfies Text
