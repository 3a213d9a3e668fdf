import type { Text } from './text.zh.ts'

export const en = {
  name: '销号',
  subtitle: 'Rectification ledger',
  nav: 'Main',
  home: 'Home',
  ledger: 'Ledger',
  registers: 'Registers',
  organisation: 'Organisation',
  accounts: 'Accounts',
  signOut: 'Sign out',
  password: 'Change password',
  language: '中文',
  languageLabel: 'Switch to Chinese',
  skip: 'Skip to content',
  trial: 'Trial mode',
  trialWords: 'This machine only. Do not enter classified information.',
  dismiss: 'Dismiss',
  crashed: 'This page has failed.',
  reload: 'Reload',
  notFound: 'There is no such page.',
  backHome: 'Home',
} satisfies Text
