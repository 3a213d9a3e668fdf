import type { Text } from './text.zh.ts'

export const en = {
  waits: 'This account holds no post yet. Ask the security administrator for one; it counts once somebody else has confirmed it.',
  accounts: 'Accounts',
  accountsHint: 'Make and disable accounts, reset passwords; who has not signed in for long',
  grantsFromHint: 'Ask for posts and clearances, unlock',
  grants: 'Grants',
  grantsHint: 'What waits for a second person, and what was decided last',
  marks: 'Marks',
  marksHint: 'How sensitive registers and their fields are',
  organisation: 'Organisation',
  organisationHint: 'Orgs, posts and who holds them',
  journal: 'Journal',
  journalHint: 'Read, note, export and verify',
} satisfies Text
