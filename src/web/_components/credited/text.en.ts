import type { Text } from './text.zh.ts'

export const en = {
  counts: 'Counts',
  countsNot: 'Does not count',
  added: (quantity: string, unit: string) => `adds ${quantity}${unit === '' ? '' : ` ${unit}`}`,
  part: { whole: '', numerator: 'upper side', denominator: 'lower side', base: 'base' },
  why: 'Why',
  outside: {
    subject: 'Nobody in this record is one of those it holds for',
    time: 'The day lies outside its periods',
    unknown: 'The people, the unit or the day lie outside what it holds for',
  },
  period: (from: string, to: string) => (to === '' ? `from ${from}` : `${from} to ${to}`),
  done: (actual: string, required: string, unit: string) => `${actual} of ${required} ${unit} done`,
  owed: (owed: string, unit: string) => `${owed} ${unit} still owed`,
  latest: (day: string) => `by ${day} at the latest`,
  met: 'met in this period',
  nothing: 'No commitment counts this register yet, so the record counts for none; once one is defined it counts by itself.',
  of: (counts: number, not: number) =>
    `Counts for ${counts} ${counts === 1 ? 'commitment' : 'commitments'}${not === 0 ? '' : `; does not for ${not}`}`,
} satisfies Text
