import type { titlesZh } from './titles.zh.ts'

export const titlesEn = {
  'in-force': 'In force',
  'year-meaning': 'Meaning of “every year”',
  'first-period': 'First period',
  'immediate-limit': 'Limit of “at once”',
  'each-or-whole': 'Each or whole',
  'pairs-or-total': 'Each pair or total',
  'one-or-both': 'Together or apart',
  population: 'Counted over',
  'base-period': 'Compared with',
  tolerance: 'Tolerance',
  definition: 'To define',
  'due-on': 'Due day',
  'year-of-date': 'Year of the date',
  'tracked-change': 'Tracked change',
} satisfies Record<keyof typeof titlesZh, string>
