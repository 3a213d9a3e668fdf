import { partiesNamed } from '#core/org/match-names.ts'
import type { Organisation } from '#core/org/organisation.ts'
import { keyOf, type Party, partyOf } from '#core/roster/party.ts'

/** What a name is looked for as: a unit, or anybody who can have done something. */
type NameRole = 'org' | 'person'

/** Whom a person chose for a name that means several, by `org:` or `person:` and the name. */
export type NameChoice = Readonly<Record<string, string>>

/** A name in a sheet that means several, or that the organisation does not have. */
export interface OpenName {
  readonly role: NameRole
  readonly name: string
  /** Empty: nobody of that name is there. */
  readonly candidates: readonly Party[]
}

/** Whom the names of a sheet mean. */
export interface NameBook {
  readonly find: (role: NameRole, name: string) => Party | OpenName
}

/** Looks names up as the roster has them, each once; what is chosen by a person goes before. */
export function nameBookOf(organisation: Organisation, chosen: NameChoice): NameBook {
  const known = new Map<string, Party | OpenName>()
  const lookUp = (role: NameRole, name: string): Party | OpenName => {
    const choice = partyOf(chosen[`${role}:${name}`] ?? '')
    const candidates = candidatesOf(organisation, role, name)
    const picked = candidates.length === 1 ? candidates[0] : candidates.find((party) => choice !== null && keyOf(party) === keyOf(choice))
    return picked ?? { role, name, candidates }
  }
  return {
    find(role, name) {
      const key = `${role}:${name}`
      const found = known.get(key) ?? lookUp(role, name)
      known.set(key, found)
      return found
    },
  }
}

/** People before posts, and units where no person is meant. */
function candidatesOf(organisation: Organisation, role: NameRole, name: string): readonly Party[] {
  const named = (as: 'leader' | 'unit') => partiesNamed(organisation, [name], as).get(name)?.parties ?? []
  const people = role === 'person' ? named('leader') : []
  return people.length > 0 ? people : named('unit')
}

/** The names in a cell: 张三、李四；王五. */
export function namesIn(cell: string): readonly string[] {
  return cell
    .split(/[、，,;；\n]|\s{2,}/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

export function isOpenName(found: Party | OpenName): found is OpenName {
  return 'candidates' in found
}
