import type { Failure } from '#web/_lib/failure.ts'
import { fieldIn } from './check.ts'

/** What the server said of single fields. */
export function faultsOf(failure: Failure | null): ReadonlyMap<string, string> {
  if (failure?.code !== 'INVALID') return new Map()
  return new Map([...failure.fields].map(([path, code]) => [fieldIn(path), code]))
}
