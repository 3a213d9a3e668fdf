/** Of PostgreSQL (disk_full) and of the operating system. */
const CODES: ReadonlySet<unknown> = new Set(['53100', 'ENOSPC', 'EDQUOT'])

/** Whether an error means that there is no room left on a disk: nothing was done, and asking again helps only when there is room. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return CODES.has('code' in error ? error.code : undefined) || isDiskFull(error.cause)
}
