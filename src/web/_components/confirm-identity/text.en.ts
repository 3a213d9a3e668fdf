import type { Text } from './text.zh.ts'

export const en = {
  title: 'Please confirm who you are',
  why: 'This touches accounts, passwords, grants or takes out many rows, and it is more than 15 minutes since you last proved who you are. Type your password once more: what you were doing then goes on by itself.',
  password: 'Password',
  directoryPassword: 'Password of the directory',
  code: 'Code',
  codeHint: 'six digits of the app, or a one-time code of the printed list',
  wrong: 'The password or the code is wrong, or the account is locked for a while.',
  elsewhere: 'Confirm at the provider',
  cancel: 'Cancel',
  submit: 'Confirm and go on',
  busy: 'Confirming…',
} satisfies Text
