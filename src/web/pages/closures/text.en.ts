import type { Text } from './text.zh.ts'

export const en: Text = {
  title: 'Closures',
  intro: 'From the request over verification and approval to the file. What was opened can be agreed to, several at once.',
  loading: 'Loading…',
  tabs: { mine: 'Waits for me', running: 'Under way', ready: 'Can be asked for', ended: 'Ended', watch: 'Look again' },
  total: (shown, total) => `${total} in all, the latest ${shown} shown`,
  open: 'Open',
  close: 'Close',
  agreeSeen: (count) => `Agree to the ${count} looked at`,
  look: 'See the commitment, its records and evidence',
  watch: {
    intro: (days) => `Standing commitments are looked at again every ${days} days after a period was closed; a relapse opens them.`,
    closedOn: (day) => `closed on ${day}`,
    due: (day) => `look again by ${day}`,
    isDue: (day) => `Due: look again by ${day}`,
    looks: (times) => `looked at ${times} times`,
    last: (on, by) => `last on ${on} by ${by}`,
    act: 'Enter a look',
    on: 'Day of the look',
    outcome: 'What was seen',
    outcomes: { kept: 'The result holds', relapsed: 'Relapsed: open it again' },
    note: 'How it was looked at and what was seen (at least 10 characters)',
  },
  none: {
    mine: 'Nothing waits for you to verify or approve.',
    running: 'No request is under way.',
    ready:
      'No commitment is ready yet. Those that are met, with evidence on their records, stand here; what one still lacks is told on its page, under Closure.',
    ended: 'Nothing was closed or ended yet.',
    watch: 'Nothing to look at again yet. Standing commitments stand here once a period is closed.',
  },
}
