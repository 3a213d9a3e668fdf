import type { Text } from './text.zh.ts'

export const en: Text = {
  title: 'Difficulties',
  intro:
    'What units find difficult, with the post that is asked to answer; what cannot be answered goes to the leading group or the joint meeting. Overdue answers come first.',
  loading: 'Loading…',
  tabs: { waiting: 'Waiting', answered: 'Answered', ended: 'Ended' },
  none: {
    waiting: 'Nothing waits for an answer. Difficulties are raised on the page of a commitment.',
    answered: 'Nothing waits for the unit to say whether it helps.',
    ended: 'Nothing has ended yet.',
  },
  late: (count) => `${count} overdue`,
  total: (shown, total) => `${shown} of ${total}`,
}
