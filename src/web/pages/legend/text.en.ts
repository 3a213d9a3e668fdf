import type { Text } from './text.zh.ts'

export const en: Text = {
  title: 'About the lights',
  intro:
    'Lights follow from the records, day by day; nobody sets them by hand. Each is a word, a shape and a colour, so that it reads in black and white too.',
  order:
    'From top to bottom, the first that fits. Where a commitment holds for several people or units, the light that needs somebody first is shown.',
  light: 'Light',
  meaning: 'Shown when',
  todo: 'What to do',
  print: 'Print',
  loading: 'Loading…',
  back: 'Back to the ledger',
  rule: {
    overdue: () => 'The last day has passed and it is not done, or a cap has been passed.',
    undetermined: () =>
      'A person must first say something: what those owe who join or leave within a period, what a share is of, the work days of the year.',
    'due-soon': ({ dueSoonDays, dueSoonDaysOfYear }) =>
      `At most ${dueSoonDays} days to the latest safe day; ${dueSoonDaysOfYear} where it is owed by the year. The latest safe day is the last on which it can still be met.`,
    behind: ({ slackUnits, slackPercent }) =>
      `Behind pace by more than ${slackUnits} units or ${slackPercent}% of what is required, whichever is more. Pace = required × days gone ÷ days of the period.`,
    'not-started': () => 'No record counts in this period yet, and it is not behind pace.',
    'on-track': () => 'Some record counts in this period, and it is not behind pace; a cap holds.',
    done: () => 'What this period requires is done.',
    waived: () => 'A person has let it off, or by the definition nothing is owed in this period.',
  },
  act: {
    overdue: 'Do it and enter it; enter what was done but not recorded.',
    undetermined: 'The office settles the definition on the commitment’s page.',
    'due-soon': 'Arrange it before the latest safe day.',
    behind: 'Catch up, or look for work that was not entered.',
    'not-started': 'As planned.',
    'on-track': 'As planned.',
    done: 'Nothing more in this period.',
    waived: 'Nothing.',
  },
  undefined: '“Not defined” is no light: nobody has said yet how the commitment is counted, so nothing is judged.',
  arrears:
    '“Earlier periods missed” counts former periods that were not met. It stands apart and does not change the light of this period.',
  settings: 'Thresholds',
  settingsWords: 'The office sets them. All lights follow at once, and the change is journalled.',
  field: {
    dueSoonDays: 'Due soon: days to the latest safe day',
    dueSoonDaysOfYear: 'Due soon: days, where owed by the year',
    slackUnits: 'Behind: units that may lack',
    slackPercent: 'Behind: % of what is required that may lack',
  },
  save: 'Save thresholds',
  saving: 'Saving…',
  saved: 'Saved; the lights follow the new thresholds',
  invalid: 'Whole days from 0 to 366, and numbers not below 0.',
}
