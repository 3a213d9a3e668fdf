import type { Person } from '#core/org/organisation.ts'
import type { Actor } from '#server/verb/context.ts'

/** People as others than the office see them: who has an account is the office's business, and one's own. */
export function withoutAccounts(people: readonly Person[], { post, accountId }: Actor): readonly Person[] {
  if (post === 'office') return people
  return people.map((person) => (person.account === accountId ? person : { ...person, account: null }))
}
