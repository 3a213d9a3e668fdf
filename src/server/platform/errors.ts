/** The ways in which the server says no. Anything else that is thrown is a bug and answers 500. */
export type AppErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'REFUSED'
  | 'CONFLICT'
  | 'INVALID'
  | 'PASSWORD_CHANGE_REQUIRED'
  | 'SECOND_FACTOR_REQUIRED'
  | 'RECENT_SIGN_IN_REQUIRED'
  | 'ADDRESS_NOT_ALLOWED'
  | 'TOO_MANY_REQUESTS'
  | 'UNAVAILABLE'

/** A "no" of the shell, mapped to HTTP in one place (`http/statuses.ts`). `data` goes to the caller: codes and parameters, never prose. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: AppErrorCode
  readonly data: unknown

  constructor(code: AppErrorCode, data?: unknown, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.data = data
  }
}
