import type { Text } from './text.zh.ts'

export const en: Text = {
  title: 'Work days',
  intro:
    'Entered from the holiday notice that the State Council issues each year. Limits in work days are counted by it; a year that is not entered is never guessed, and what depends on it shows as undetermined.',
  loading: 'Loading…',
  year: (year) => String(year),
  before: 'Year before',
  after: 'Year after',
  month: (month) =>
    ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][month - 1] ??
    '',
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  kinds: { work: 'worked', weekend: 'weekend', holiday: 'day off', madeUp: 'worked instead' },
  mark: { holiday: 'off', madeUp: 'on' },
  asked: (year, count) => `${count} occurrences wait for the work days of ${year}; their due days follow as soon as they are entered.`,
  notEntered: 'This year is not entered yet.',
  enteredBy: (by, at) => `Entered by ${by} at ${at}`,
  counts: (holidays, madeUp) => `Weekdays off: ${holidays} · weekend days worked: ${madeUp}`,
  how: 'Click a day: a weekday becomes a day off, a weekend day is worked; click again to take it back.',
  paste: 'Paste a notice',
  pasteHint: 'Paste the words of the notice, such as 1月1日至3日放假，1月4日（周日）上班, or one day a line.',
  take: 'Read',
  nothingRead: 'No dates were found: check the format, please.',
  save: 'Save',
  undo: 'Discard changes',
  saved: (year) => `The work days of ${year} are saved; limits were worked out again.`,
  readOnly: 'The programme office enters and changes them.',
}
