import type { Text } from './text.zh.ts'

export const en = {
  title: 'Marks',
  intro:
    'What is marked above an account’s clearance is not there for it, not even of its own unit. A higher mark counts at once; a lower one needs a reason and a second person.',
  loading: 'Loading…',
  column: { register: 'Register', mark: 'Mark', fields: 'Fields with a mark of their own' },
  change: 'Change',
  dialog: (title: string) => `Mark: ${title}`,
  what: 'What',
  whole: 'The whole register',
  reason: 'Reason',
  save: 'Save',
  cancel: 'Cancel',
  set: 'It counts from now on',
  asked: 'Asked; somebody else confirms it',
} satisfies Text
