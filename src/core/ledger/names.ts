import type { Certain } from '#core/text/certain.ts'

/** Names as a cell of the ledger shows them, joined by 、. */
export function joinNames(names: readonly string[]): string {
  return names.join('、')
}

/** The names alone, without where they were read. */
export function namesOf(names: readonly Certain<string>[]): readonly string[] {
  return names.map(({ value }) => value)
}
