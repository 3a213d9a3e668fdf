import type { Text } from './text.zh.ts'

export const en: Text = {
  title: 'Carry over',
  intro:
    'When a plan ends, what is unfinished and what goes on for good can be carried into the next plan. Each stays the same commitment: its due day, records and evidence are kept, nothing is entered again.',
  loading: 'Loading…',
  missing: 'There is no such plan, or it is not for you to carry over.',
  back: 'Back to the plan',
  ends: (day) => `This plan ends on ${day}`,
  endless: 'This plan has no end: what recurs opens its next periods by itself, nothing need be carried over.',
  into: 'Carry into',
  noInto: 'There is no plan yet that begins later and whose first and last day are answered. Import the next plan and answer them first.',
  option: (title, from, to) => (to === null ? `${title} (from ${from})` : `${title} (${from} to ${to})`),
  nothing: 'Nothing is left to carry over.',
  groups: { unfinished: 'Unfinished', standing: 'Goes on for good' },
  groupNotes: {
    unfinished: 'The due day stays; the ledger says that it was carried over.',
    standing: 'Opens periods as long as the new plan is in force.',
  },
  chooseAll: 'Choose all',
  due: (day) => `due ${day}`,
  owed: (owed, unit) => `${owed} ${unit} owed`,
  undetermined: 'counting open',
  carried: (title) => `carried into “${title}”`,
  chosen: (count) => `${count} chosen`,
  confirm: (count) => `Carry over ${count}`,
  done: (count) => `${count} carried over`,
  whereToSee: 'Afterwards, filter the remark column of the ledger by 上年结转.',
}
