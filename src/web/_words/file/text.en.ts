import type { Text } from './text.zh.ts'

export const en = {
  what: 'The import failed',
  remedy: 'Try again; if it fails again, tell your administrator.',
} satisfies Text
