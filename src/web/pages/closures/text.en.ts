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
  look: 'See the commitment, its records and evidence',
  none: {
    mine: 'Nothing waits for you to verify or approve.',
    running: 'No request is under way.',
    ready:
      'No commitment is ready yet. Those that are met, with evidence on their records, stand here; what one still lacks is told on its page, under Closure.',
    ended: 'Nothing was closed or ended yet.',
  },
}
