import type { Text } from './text.zh.ts'

export const en = {
  NETWORK: 'The service cannot be reached. Make sure the program is running and try again.',
  UNAUTHENTICATED: 'You have been signed out. Please sign in again.',
  FORBIDDEN: 'You may not do this.',
  NOT_FOUND: 'It does not exist, or you may not see it.',
  CONFLICT: 'Someone else has just changed it; nothing was saved. Compare with the latest state and try again.',
  REFUSED: 'This cannot be done.',
  INVALID: 'Some of the input is not valid. Please check it.',
  TOO_MANY_REQUESTS: 'Too many attempts. Please wait a little.',
  PASSWORD_CHANGE_REQUIRED: 'The password must be changed first.',
  SECOND_FACTOR_REQUIRED: 'The second factor is to be given first.',
  RECENT_SIGN_IN_REQUIRED: 'Please confirm who you are first.',
  ADDRESS_NOT_ALLOWED:
    'Administration is open at certain network addresses only, and yours is none of them. Use a machine meant for it, or ask for XIAOHAO_ADMIN_ADDRESSES to be changed.',
  UNAVAILABLE: 'The service is not available just now. Please try again soon.',
  STORAGE_FULL: 'The server’s disk is full; nothing was saved. Ask the administrator to make room, then try again.',
  PAYLOAD_TOO_LARGE: 'The file is too large.',
  UNKNOWN: 'Something went wrong. Try again; if it happens again, tell your administrator.',
} satisfies Text
