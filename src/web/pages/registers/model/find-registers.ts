import type { PackManifest } from '#core/pack/pack.ts'
import type { Register } from '#core/register/register.ts'

/** A group of a pack with those of its registers that fit. */
export interface FoundGroup {
  readonly group: PackManifest['groups'][number]
  readonly registers: readonly Register[]
}

/** The registers in whose titles, labels or counting words the search stands, by group; groups without any fall out. */
export function findRegisters(groups: PackManifest['groups'], registers: readonly Register[], search: string): readonly FoundGroup[] {
  const sought = search.trim().toLowerCase()
  const fitting = registers.filter((register) => wordsOf(register).some((word) => word.toLowerCase().includes(sought)))
  return groups
    .map((group) => ({ group, registers: fitting.filter((register) => register.group === group.id) }))
    .filter((each) => each.registers.length > 0)
}

function wordsOf({ title, titleEn, fields, hints }: Register): readonly string[] {
  return [title, titleEn, ...fields.flatMap(({ label, labelEn }) => [label, labelEn]), ...hints.flatMap(({ words }) => words)]
}
