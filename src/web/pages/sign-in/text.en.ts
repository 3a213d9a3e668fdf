import type { Text } from './text.zh.ts'

export const en = {
  title: 'Sign in',
  login: 'Login',
  password: 'Password',
  submit: 'Sign in',
  busy: 'Signing in…',
  wrong: 'The login or the password is wrong, or the account is locked for a while.',
  tooMany: 'Too many attempts. Please wait a little.',
  elsewhere: 'Sign in through the provider of identities',
  elsewhereBusy: 'Going there…',
  factorTitle: 'Second factor',
  factorIntro: 'The password is right. Please type a code as well.',
  code: 'Code',
  codeHint: 'six digits of the app, or a one-time code of the printed list',
  submitCode: 'Verify',
  back: 'Back to signing in',
  wrongCode: 'The code is wrong, was used already or is too old. Five wrong ones lock the account for ten minutes.',
  lost: 'Lost your telephone or your list? The security administrator (on trial: the office) clears it, and you enrol anew.',
  returnTitle: 'Provider of identities',
  returning: 'Confirming who you are…',
  returnFailed:
    'The provider did not confirm who you are, or no account is linked with this identity. The first time sign in with your password and link it under “My account”, or ask the system administrator to.',
  toSignIn: 'Back to signing in',
  linked: 'The identity has been linked',
  setUp: 'First time? Open the set-up link that the program prints when it starts.',
} satisfies Text
