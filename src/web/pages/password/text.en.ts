import type { Text } from './text.zh.ts'

export const en = {
  title: 'Change password',
  due: 'The password has expired: change it to go on.',
  current: 'Current password',
  next: 'New password',
  again: 'New password again',
  different: 'The two passwords differ',
  submit: 'Change password',
  busy: 'Changing…',
  back: 'Back',
  wrong: 'The current password is wrong.',
  reused: 'A password used recently cannot be used again.',
  common: 'This password is in the list of the most used ones and easily guessed. Please choose another.',
  weak: 'The new password does not keep the rules.',
  done: 'The password has been changed',
} satisfies Text
