import type { Text } from './text.zh.ts'

export const en: Text = {
  label: 'How it stood at an earlier moment',
  open: 'As of…',
  asOf: 'As of the day',
  knownAt: 'As known at (empty: now)',
  show: 'Show',
  change: 'Another moment',
  today: 'Back to today',
  close: 'Cancel',
  past: 'Not the present',
  stood: (asOf, knownAt) =>
    knownAt === ''
      ? `As it stood on ${asOf}, by the records, definitions and commitments known now; what was struck off, handed out, put off or reminded of, and what lights were judged by, is as of that day. For reading only.`
      : `As it stood on ${asOf}, by the records, definitions, roster and commitments known on ${knownAt}. For reading only.`,
  late: (asOf, percent) =>
    percent === null || percent === 0
      ? `Today’s figures are being worked out: this is how it stood on ${asOf}. The page follows by itself.`
      : `Today’s figures are being worked out: ${percent}% of the rows stand as of today, the others as of ${asOf}. The page follows by itself.`,
  working: (percent) => `Working out that day… ${percent}%. The page follows by itself.`,
}
