import type { Text } from './text.zh.ts'

export const en = {
  title: (name: string) => `How ${name} signs in`,
  factors: 'Second factor',
  factorsHint:
    'Clear it where the telephone, the list or the key is lost. Their sessions end, and they enrol anew after the next sign-in. Make sure first that it is them, in person or by telephone.',
  clear: 'Clear the second factor',
  cleared: 'Cleared, and their sessions ended',
  elsewhere: 'Provider of identities and directory',
  elsewhereHint: 'What they are called there (not an address of mail). Their sessions end once it is linked.',
  noneSet: 'Neither a provider of identities nor a directory is set: people sign in with their passwords.',
  kind: { provider: 'Provider of identities', directory: 'Directory' },
  subject: { provider: 'Their subject at the provider', directory: 'Their login in the directory' },
  linked: (kind: string, subject: string, since: string) => `${kind}: ${subject} (linked ${since})`,
  link: 'Link',
  unlink: 'Unlink',
  close: 'Close',
} satisfies Text
