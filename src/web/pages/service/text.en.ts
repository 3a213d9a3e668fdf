import type { Text } from './text.zh.ts'

export const en = {
  title: 'Go into service',
  intro:
    'On trial one account of the office does everything. In service three people share the administration; none can do what another does, nor hold a post of the work besides.',
  effects: [
    'The office keeps plans and ledger only: accounts are made by the system administrator, posts are asked for by the security administrator, the journal is the audit administrator’s.',
    'Posts and clearances take two people: one asks, and it counts once another has confirmed it.',
    'Administrators and the office sign in with a second factor.',
    'There is no way back to trial.',
  ],
  factorFirst: 'The office too will sign in with a second factor. Take one first, then come back.',
  toFactor: 'Take a second factor',
  appoint: 'Appoint the three administrators',
  from: 'Choose from the organisation',
  other: 'Not of the organisation (enter the name)',
  name: 'Name',
  login: 'Login',
  understood: 'The three are three different people. I hand each their first password, which is shown only once.',
  submit: 'Go into service',
  busy: 'Going into service…',
  already: 'It is in service already.',
  notYours: 'Only the office can do this, while on trial.',
  backHome: 'Back to the first page',
} satisfies Text
