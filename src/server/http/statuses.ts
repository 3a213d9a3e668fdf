import type { AppErrorCode } from '#server/platform/errors.ts'

/** The one place where the server's "no" becomes an HTTP status. */
export const STATUSES = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PASSWORD_CHANGE_REQUIRED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  REFUSED: 422,
  TOO_MANY_REQUESTS: 429,
} as const satisfies Record<AppErrorCode, number>
