import type { Text } from './text.zh.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const en: Text = {
  title: 'Timetable',
  intro: 'On which day of a year each commitment is due: the last day of each of its periods, month by month.',
  year: 'Year',
  yearOf: (year) => String(year),
  unit: 'Unit',
  leader: 'Lead leader',
  all: 'All',
  export: 'Export the timetable',
  loading: 'Loading…',
  none: 'There are no commitments.',
  shown: (shown, total) =>
    shown < total ? `${total} in all, the first ${shown} are shown; the exported table has them all.` : `${total} in all.`,
  ref: 'No.',
  task: 'Commitment',
  owner: 'Unit',
  month: (month) => MONTHS[month - 1] ?? String(month),
  day: (day) => String(day),
  times: (count) => `${count} periods`,
  elsewhere: (day) => (day === null ? 'Nothing due in this year' : `Nothing due in this year, due on ${day}`),
  kinds: { dated: '', 'each-case': 'each case', standing: 'standing', open: 'undefined' },
}
