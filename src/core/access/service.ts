import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/** Somebody to be appointed, as far as it must be told whether two are the same. */
interface Appointed {
  readonly person: string | null
  readonly name: string
  readonly login: string
}

/** Why a jurisdiction does not go into service: it did already, or one person is named twice or appoints themselves. */
export type ServiceRefusal = 'already-in-service' | 'same-person' | 'own-account'

/** Whether those appointed may be the three administrators: three people, none of them who appoints them (`by`, a name). */
export function distinctPeople(
  appointed: readonly Appointed[],
  { isOnTrial, by }: { readonly isOnTrial: boolean; readonly by: string },
): Outcome<readonly Appointed[], ServiceRefusal> {
  if (!isOnTrial) return refuse('already-in-service')
  const names = appointed.map(({ name }) => name.normalize('NFKC').trim())
  const persons = appointed.flatMap(({ person }) => person ?? [])
  if (new Set(names).size < names.length || new Set(persons).size < persons.length) return refuse('same-person')
  return names.includes(by.normalize('NFKC').trim()) ? refuse('own-account') : accept(appointed)
}
