import type { Limits, Text } from './text.zh.ts'

export const en = {
  missing: () => 'Please fill this in.',
  'wrong-type': () => 'This does not fit; please enter it again.',
  'too-long': ({ max }: Limits) => `At most ${max} characters: please shorten it.`,
  'personal-number': () => 'Identity and mobile numbers are not kept here: take the number out.',
  'not-a-number': ({ unit }: Limits) =>
    unit === '' ? 'Enter a whole number such as 12.' : `Enter a number such as 12 or 0.5 (in ${unit}).`,
  'too-small': ({ min, unit }: Limits) => `It cannot be below ${min}${unit}: please check.`,
  'too-large': ({ max, unit }: Limits) => `It cannot be above ${max}${unit}: please check.`,
  'not-a-day': () => 'There is no such day: please check the date.',
  'days-reversed': () => 'It ends before it begins: please check the days.',
  'span-too-long': () => 'A record covers at most 366 days: check the year, or enter it as several.',
  'not-an-option': () => 'There is no such choice: please choose again.',
  'only-one': () => 'Only one can be named here.',
  'unknown-party': () => 'The roster does not know this person or unit: choose from the list, or add them to the organisation first.',
  'wrong-party': () => 'People where units are asked for, or units where people are.',
  'unknown-commitment': () => 'There is no such commitment in the ledger, or it is not for you to see: choose again.',
  'named-twice': () => 'Somebody is named twice: take one away.',
  'no-such-field': () => 'The register no longer has this field: load the page again.',
  'another-register': () => 'The record belongs to another register.',
  'in-the-future': () => 'That day has not come: it cannot be submitted, but saved as a draft.',
  'too-early': () => 'That is before 1990: please check the year.',
  retired: () => 'This register or field takes no new records.',
} satisfies Text
