import type { Text } from './text.zh.ts'

export const en = {
  code: {},
  other: (code) => `One place could not be read in full (${code})`,
} satisfies Text
