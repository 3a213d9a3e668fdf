import { AppError } from '#server/platform/errors.ts'

const DEEPEST = 64

/** Refuses (INVALID) text that no database keeps: U+0000 and halves of surrogate pairs, in any string or name of a value, and values nested deeper than 64. */
export function demandCleanText(value: unknown, depth = 0): void {
  if (depth > DEEPEST) throw new AppError('INVALID', { fields: [{ path: [], code: 'too-deep' }] })
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed())
      throw new AppError('INVALID', { fields: [{ path: [], code: 'invalid-character' }] })
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      demandCleanText(name, depth + 1)
      demandCleanText(inner, depth + 1)
    }
  }
}
