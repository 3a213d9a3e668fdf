import type { Text } from './text.zh.ts'

export const en = {
  post: {
    office: 'Programme office',
    leader: 'Leader',
    unit: 'Department',
    system_admin: 'System administrator',
    security_admin: 'Security administrator',
    audit_admin: 'Audit administrator',
    unassigned: 'No post',
  },
  postHint: {
    office: 'Runs plans and ledger, sees everything of the work',
    leader: 'Sees the whole ledger; enters for themselves and the units in their charge',
    unit: 'Sees what concerns the own unit; enters for it',
    system_admin: 'Makes and disables accounts, keeps organisation and backup; sees neither work nor journal, grants nothing',
    security_admin: 'Asks for posts and clearances, unlocks; makes no accounts, sees neither work nor journal',
    audit_admin: 'Reads the journal and notes on it; does nothing else',
    unassigned: 'May sign in and sees nothing; needs a post',
  },
  mark: { public: 'Public', internal: 'Internal', sensitive: 'Sensitive', restricted: 'Highly sensitive' },
} satisfies Text
