import type { Text } from './text.zh.ts'

export const en: Text = {
  title: 'Extension, amendment, termination',
  intro:
    'Asked for by the unit, decided by two people one after the other. What is granted shows at once in ledger, periods and lights; the first due day and wording stay.',
  loading: 'Loading…',
  tabs: { mine: 'For me', running: 'Under way', ended: 'Ended' },
  none: {
    mine: 'Nothing waits for you.',
    running: 'Nothing is under way. Changes are asked for on the page of a commitment.',
    ended: 'Nothing has ended yet.',
  },
  open: 'Open',
  close: 'Close',
  total: (shown, total) => `${shown} of ${total}`,
}
