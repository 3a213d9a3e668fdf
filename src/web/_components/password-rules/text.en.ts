import type { Text } from './text.zh.ts'

export const en = {
  rules: 'Rules for the password',
  shortest: (characters: number) => `at least ${characters} characters`,
  rule: {
    'too-simple': 'three kinds of upper case, lower case, digits, signs (two from 12 characters on)',
    'contains-login': 'does not hold the login',
    'too-common': 'no common words (password, 123456, 法院 …)',
    'too-long': 'at most 128 characters',
  },
  kept: 'kept',
  notKept: 'not kept yet',
} satisfies Text
