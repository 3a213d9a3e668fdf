import type { Text } from './text.zh.ts'

export const en: Text = {
  title: 'Closures',
  intro: 'From the request over verification and approval to the file. What was opened can be agreed to, several at once.',
  loading: 'Loading…',
  tabs: { mine: 'Waits for me', running: 'Under way', ready: 'Can be asked for', ended: 'Ended' },
  total: (shown, total) => `${total} in all, the latest ${shown} shown`,
  open: 'Open',
  close: 'Close',
  agreeSeen: (count) => `Agree to the ${count} looked at`,
  none: 'None.',
}
