import type { SubjectKey } from '#core/occurrence/subject.ts'
import { creditedRegisters } from '#core/occurrence/touched-keys.ts'
import { oneSubjectOf } from '#core/occurrence/watches.ts'
import type { Terms } from '#core/terms/terms.ts'

/** Commitments in portions of at most so many that look at the same records: those of one register, each of its own subject; or those of all of its subjects. */
export function portionsOf(all: readonly Terms[], most: number): readonly (readonly Terms[])[] {
  const placed = all.map((terms) => ({ terms, subject: oneSubjectOf(terms.scope), group: groupOf(terms) }))
  const sorted = placed.toSorted((a, b) => compare(a.group, b.group) || compare(a.subject, b.subject))
  const portions: Terms[][] = []
  let last: string | null = null
  for (const { group, terms } of sorted) {
    const open = portions.at(-1)
    if (open === undefined || group !== last || open.length >= most) portions.push([terms])
    else open.push(terms)
    last = group
  }
  return portions
}

/** Whose records a portion needs; null: those of all. */
export function subjectsOf(portion: readonly Terms[]): readonly SubjectKey[] | null {
  const subjects = new Set(portion.map(({ scope }) => oneSubjectOf(scope)))
  return subjects.has('') ? null : [...subjects]
}

function groupOf(terms: Terms): string {
  const [register = ''] = creditedRegisters(terms)
  return `${oneSubjectOf(terms.scope) === '' ? 'anyone' : 'one'} ${register}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
