import type { Text } from './text.zh.ts'

export const en: Text = {
  done: 'Done',
  waived: 'Waived',
  undetermined: 'To be settled',
  overdue: 'Overdue',
  'due-soon': 'Due soon',
  behind: 'Behind',
  'not-started': 'Not started',
  'on-track': 'On track',
}
