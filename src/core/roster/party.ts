import * as z from 'zod'

/** An id of the roster: no `:`, `+` or white space, which join ids to keys. */
export const PartyId = z.string().regex(/^[^\s:+]{1,60}$/)

/** Who can be owed something or have done it: a person, a post (职务; people come and go) or an org. */
export const Party = z.strictObject({ kind: z.enum(['person', 'post', 'org']), id: PartyId }).readonly()
export type Party = z.infer<typeof Party>

/** `person:zhang`, `post:president`, `org:court`: the party as one word, stable for ever. */
export type PartyKey = string

export function keyOf(party: Party): PartyKey {
  return `${party.kind}:${party.id}`
}

/** The party a key names; null where it names none. */
export function partyOf(key: PartyKey): Party | null {
  const [kind, id] = key.split(':')
  const parsed = Party.safeParse({ kind, id })
  return parsed.success ? parsed.data : null
}
