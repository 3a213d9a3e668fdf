import type { Text } from './text.zh.ts'

export const en = {
  title: 'Set-up',
  intro: 'Name the organisation and create the first account of its programme office. The link works once.',
  jurisdiction: 'Organisation',
  jurisdictionHint: 'Full name',
  pack: 'Field',
  packHint: 'Decides which registers and samples there are at the start; can be changed while nothing is recorded.',
  name: 'Your name',
  login: 'Login',
  loginHint: 'at least 2 characters; case does not matter',
  password: 'Password',
  again: 'Password again',
  different: 'The two passwords differ',
  submit: 'Finish and enter',
  busy: 'Setting up…',
  gone: 'The set-up link is not valid or has been used.',
  goneHelp: 'Open the whole link that the program printed when it started. If set-up is done, sign in.',
  toSignIn: 'Sign in',
  wrongField: 'Please check this',
} satisfies Text
