import type { Text } from './text.zh.ts'

export const en: Text = {
  title: 'Today',
  kinds: {
    decide: 'To decide',
    confirm: 'To confirm',
    answer: 'Difficulties to answer',
    returned: 'Sent back or opened again',
    answered: 'Difficulties answered',
    reminded: 'Reminded of',
    late: 'Overdue',
    soon: 'Due soon',
    progress: 'Progress to tell this quarter',
    begun: 'Begun',
  },
  more: (count) => `${count} more`,
  mailTitle: 'Daily digest by e-mail',
  mailHint: (hour) =>
    `One message each work day from ${hour}:00: numbers and counts of what is to do, overdue, due soon, sent back and answered, no contents. On days without anything nothing is sent.`,
  notSent: 'No mail server is set, so nothing is sent; the digest stands on the first page at any time.',
  email: 'E-mail address',
  isOn: 'Send it every day',
  save: 'Save',
  saved: 'Saved',
  wrongEmail: 'Please give a whole address, such as name@example.org.',
  failuresTitle: 'Digests that were not delivered',
  failures: (count) => (count === 1 ? '1 digest was not delivered' : `${count} digests were not delivered`),
  failureLine: (who, day, attempts) => `${day} ${who}: tried ${attempts === 1 ? 'once' : `${attempts} times`}`,
  failureState: { waiting: 'will be tried again', failed: 'not tried again today' },
}
