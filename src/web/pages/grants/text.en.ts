import type { Text } from './text.zh.ts'

export const en = {
  title: 'Grants',
  intro: 'A post, a clearance or a lower mark counts once somebody other than who asked has confirmed it.',
  loading: 'Loading…',
  waiting: 'Waiting',
  noneWaiting: 'Nothing waits for confirmation.',
  decided: 'Decided last',
  noneDecided: 'Nothing has been decided yet.',
  kind: { post: 'Post', clearance: 'Clearance', mark: 'Mark' },
  state: { waiting: 'Waiting', confirmed: 'Confirmed', declined: 'Declined', withdrawn: 'Withdrawn' },
  column: { subject: 'For', change: 'Change', reason: 'Reason', requested: 'Asked by', decided: 'Decided', acts: 'Actions' },
  confirm: 'Confirm',
  decline: 'Decline',
  withdraw: 'Withdraw',
  own: 'somebody else confirms',
  done: { confirm: 'Confirmed; it counts from now on', decline: 'Declined', withdraw: 'Withdrawn' },
} satisfies Text
