import type { Text } from './text.zh.ts'

export const en: Text = {
  title: 'Today’s queue',
  intro:
    'What waits for the office. A number leads to its commitment and from there to its sentence in the plan; counts agree with the ledger.',
  loading: 'Loading…',
  nothing: 'Nothing waits now.',
  kinds: {
    verify: 'To verify or approve (closures)',
    meeting: 'Meeting’s decision to enter (closures)',
    decide: 'To decide (extensions, amendments, terminations)',
    answer: 'To answer (difficulties)',
    settle: 'Refused by units',
    dispatch: 'To dispatch',
    accept: 'To accept (records)',
    inspect: 'To verify or overdue (findings of inspections)',
    remind: 'To remind of (overdue, no reminder within a week)',
    question: 'Questions to answer',
    define: 'To define how it is counted',
    report: 'Quarterly report to issue',
  },
  more: (shown, total) => `The first ${shown} of ${total}`,
  questions: (count) => `${count} questions`,
  open: 'Work on it',
  choose: (ref) => `Choose ${ref}`,
  chooseAll: 'Choose all',
  remind: (count) => (count === 0 ? 'Remind of those chosen' : `Remind of ${count}`),
  reminded: (count, left) => (left === 0 ? `Reminded of ${count}.` : `Reminded of ${count}; ${left} needed none.`),
}
