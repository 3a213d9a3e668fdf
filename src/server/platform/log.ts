/** What the log tells of an error. */
interface ErrorWords {
  readonly type: string
  readonly message: string
  readonly code?: string
  /** Where in the database: names of ours, never values. */
  readonly place?: string
  readonly stack: string
  readonly cause?: ErrorWords
}

/** Messages of these kinds are made from what was given to them: a value of a person may stand there. */
const QUOTING = /^(SyntaxError|ZodError|\$ZodError|DatabaseError|ValidationError|error)$/

/** An error without anything that people entered: its kind, its code, and where in the program it happened. */
export function describeError(error: unknown): ErrorWords {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const { name, message, stack = '', cause } = error
  const isDatabase = 'severity' in error && 'routine' in error
  const place = ['table', 'column', 'constraint', 'routine'].flatMap((key) => fieldOf(error, key) ?? [])
  const code = fieldOf(error, 'code')
  return {
    type: isDatabase ? 'DatabaseError' : name,
    message: isDatabase || QUOTING.test(name) ? '' : message,
    ...(code === null ? {} : { code }),
    ...(isDatabase ? { place: place.join(' ') } : {}),
    stack: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  }
}

function fieldOf(error: Error, name: string): string | null {
  const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

/** How pino numbers its levels. */
const ERROR = 50

/** Writes an error outside of requests into the log: one line of JSON on standard error, in the form of the server's own lines. */
export function logError(error: unknown, msg: string): void {
  process.stderr.write(`${JSON.stringify({ level: ERROR, time: Date.now(), pid: process.pid, msg, err: describeError(error) })}\n`)
}
