import type { Commitment } from '#core/commitment/commitment.ts'
import type { Condition, Source } from '#core/counting/condition.ts'
import type { Counting } from '#core/counting/counting.ts'
import type { FieldId } from '#core/register/field.ts'
import type { SuggestedSource } from '#core/terms/suggest-counting.ts'

interface Joined {
  readonly sources: readonly Source[]
  readonly mode: Counting['mode']
  readonly words: string
}

/**
 * The sources of A和B by the answer to `one-or-both`: `both` is one source for each, of which the least counts; `one` is a record that is both, where the
 * register can say so. Without the question, or with one thing alone, the best source as it is.
 */
export function joinedSources({ basis }: Pick<Commitment, 'basis'>, best: SuggestedSource): Joined {
  const alone: Joined = { sources: [best.source], mode: 'any', words: best.words }
  const answer = basis.findLast(({ code }) => code === 'one-or-both')?.answer
  if (answer === undefined) return alone
  const named = choicesIn(best)
  if (named === null || named.values.length < 2) return alone
  const { field, values, words } = named
  const each = values.map((value): Condition => ({ kind: 'one-of', field, values: [value] }))
  if (answer === 'both') return { sources: each.map((where) => ({ register: best.register.id, where })), mode: 'all', words }
  return isManyIn(best, field) ? { sources: [{ register: best.register.id, where: { kind: 'all', of: each } }], mode: 'any', words } : alone
}

/** The choices of one field that the hints in the object name together. */
function choicesIn({
  fits,
  source,
}: SuggestedSource): { readonly field: FieldId; readonly values: readonly string[]; readonly words: string } | null {
  const own = fits.filter((fit) => fit.source.register === source.register && fit.reason.foundIn === 'object')
  const leaves = own.flatMap(({ source: { where }, reason }) => (where?.kind === 'one-of' ? [{ ...where, word: reason.word }] : []))
  const field = leaves[0]?.field
  if (field === undefined) return null
  const same = leaves.filter((leaf) => leaf.field === field)
  return { field, values: [...new Set(same.flatMap(({ values }) => values))], words: [...new Set(same.map(({ word }) => word))].join('、') }
}

function isManyIn({ register }: SuggestedSource, field: FieldId): boolean {
  const found = register.fields.find(({ id }) => id === field)
  return found?.type === 'choice' && found.isMany
}
