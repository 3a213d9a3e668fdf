import type { Text } from './text.zh.ts'

export const en: Text = {
  file: 'Key file',
  fileHint: 'The .key.json file you downloaded when you enrolled, usually on a stick of your own.',
  password: 'Password of the key file',
  busy: 'Checking…',
  trouble: {
    'not-a-key-file': 'This is no key file. Choose the .key.json file you downloaded when you enrolled.',
    'wrong-password': 'The password of the key file is wrong.',
    'no-secure-page': 'This page did not come over a secure connection, so the browser does not encrypt. Use an https address, or a code.',
  },
}
