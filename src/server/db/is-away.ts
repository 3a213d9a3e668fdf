const CODES = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|08\d{3}|57P0[1-4])$/
const WORDS = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/** Whether an error means that the database is not to be had just now (it was stopped, it is starting), so that asking again later may help. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  const syscall = 'syscall' in error ? error.syscall : undefined
  // a missing file has the same code as a missing socket
  if (code === 'ENOENT' && syscall !== 'connect') return false
  return (typeof code === 'string' && CODES.test(code)) || WORDS.test(error.message) || isDatabaseAway(error.cause)
}
