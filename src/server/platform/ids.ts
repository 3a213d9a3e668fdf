import { randomUUIDv7 } from 'node:crypto'

/** A new id: UUID v7 (RFC 9562), which sorts by the time it was made. */
export function uuidv7(): string {
  return randomUUIDv7()
}
