import type { AppErrorCode } from '#server/platform/errors.ts'

/** The one place where the server's "no" becomes an HTTP status. */
export const STATUSES = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PASSWORD_CHANGE_REQUIRED: 403,
  SECOND_FACTOR_REQUIRED: 403,
  RECENT_SIGN_IN_REQUIRED: 403,
  ADDRESS_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  REFUSED: 422,
  TOO_MANY_REQUESTS: 429,
  UNAVAILABLE: 503,
} as const satisfies Record<AppErrorCode, number>
