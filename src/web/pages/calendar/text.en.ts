import type { Text } from './text.zh.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

export const en: Text = {
  title: 'Calendar',
  intro:
    'For each day: what can be met until then at the latest, which periods end with something owed, and what was done. Choose a day to see it and to enter a fact.',
  loading: 'Loading…',
  month: (year, month) => `${MONTHS[month - 1] ?? month} ${year}`,
  before: 'Month before',
  after: 'Month after',
  thisMonth: 'This month',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  today: 'today',
  due: (count) => `due ${count}`,
  ends: (count) => `ends ${count}`,
  recorded: (count) => `done ${count}`,
  dueWords: (count) => `can be met until this day at the latest: ${count}`,
  endsWords: (count) => `periods that end with something owed: ${count}`,
  recordedWords: (count) => `records: ${count}`,
  allUnits: 'All units',
  unit: 'Lead unit',
  allSubjects: 'Everybody',
  subject: 'Owed by',
  workDays: 'Work days and days off',
  dayTitle: (day) => `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${Number(day.slice(8))}`,
  dueHead: 'Can be met until this day at the latest',
  nothingDue: 'Nothing is due on this day.',
  endsHere: 'its period ends on this day',
  owed: (owed, unit) => `owed: ${owed} ${unit}`,
  recordedHead: 'Done on this day',
  nothingRecorded: 'Nothing is recorded for this day.',
  enter: 'Enter a fact of this day',
  more: (shown, total) => `${shown} of ${total} are listed.`,
}
