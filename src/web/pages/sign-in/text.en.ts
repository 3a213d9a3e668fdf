import type { Text } from './text.zh.ts'

export const en = {
  title: 'Sign in',
  login: 'Login',
  password: 'Password',
  submit: 'Sign in',
  busy: 'Signing in…',
  wrong: 'The login or the password is wrong, or the account is locked for a while.',
  tooMany: 'Too many attempts. Please wait a little.',
  setUp: 'First time? Open the set-up link that the program prints when it starts.',
} satisfies Text
