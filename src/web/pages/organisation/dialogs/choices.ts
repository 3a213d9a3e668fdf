import type { OrgKind, RelationKind } from '#core/org/organisation.ts'
import { keyOf, type Party } from '#core/roster/party.ts'
import type { Directory } from '../model/directory.ts'
import type { Text } from '../text.zh.ts'

/** The kinds of org in the order of forms. */
export const ORG_KINDS = ['institution', 'department', 'branch'] as const satisfies readonly OrgKind[]

/** The kinds of relation in the order of forms. */
export const RELATION_KINDS = ['inChargeOf', 'contactUnit'] as const satisfies readonly RelationKind[]

/** The party a choice stands for; null where none was made. */
export function partyOfChoice(value: string | undefined): Party | null {
  const [kind, id] = value?.split(':') ?? []
  return (kind === 'person' || kind === 'post' || kind === 'org') && id !== undefined ? { kind, id } : null
}

interface Choice {
  readonly value: string
  readonly label: string
}

/** The orgs in the order of the tree, set in by depth; without one and all below it where it is to move. */
export function orgChoices(directory: Directory, without: string | null = null): readonly Choice[] {
  const below = (parent: string | null, depth: number): readonly Choice[] =>
    directory
      .childrenOf(parent)
      .filter(({ id }) => id !== without)
      .flatMap(({ id, name }) => [{ value: id, label: `${'　'.repeat(depth)}${name}` }, ...below(id, depth + 1)])
  return below(null, 0)
}

/** Everybody of an org by rule: of the org itself, and, where it has subordinate institutions, with those. */
export function ruleChoices(directory: Directory, text: Text): readonly Choice[] {
  return orgChoices(directory).flatMap(({ value, label }) => {
    const reaches = hasInstitutions(directory, value) ? (['own', 'all'] as const) : (['own'] as const)
    return reaches.map((reach) => ({ value: `${value} ${reach}`, label: text.group.everyoneIn(label.trim(), reach) }))
  })
}

function hasInstitutions(directory: Directory, org: string): boolean {
  return directory.childrenOf(org).some(({ id, kind }) => kind === 'institution' || hasInstitutions(directory, id))
}

/** Who can look after an org: posts for one, and those who hold any other post. Leading bodies stand first, as the tree does. */
export function leaderChoices(directory: Directory): readonly Choice[] {
  return partyChoices(directory, ({ isForOne }) => isForOne)
}

/** Who can be a member of a group. */
export function memberChoices(directory: Directory, text: Text): readonly Choice[] {
  const orgs = orgChoices(directory).map(({ value, label }) => ({
    value: `org:${value}`,
    label: `${text.group.kinds.org}：${label.trim()}`,
  }))
  return [...partyChoices(directory, () => true), ...orgs]
}

function partyChoices(directory: Directory, asPost: (post: { readonly isForOne: boolean }) => boolean): readonly Choice[] {
  const parties = orgChoices(directory).flatMap(({ value: org }) =>
    directory
      .postsOf(org)
      .flatMap((post): readonly Party[] => [
        ...(asPost(post) ? [{ kind: 'post' as const, id: post.id }] : []),
        ...post.holders
          .filter(() => !post.isForOne || asPost({ isForOne: false }))
          .map(({ person }) => ({ kind: 'person' as const, id: person.id })),
      ]),
  )
  const choices = parties.map((party) => ({ value: keyOf(party), label: labelOf(directory, party) }))
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()]
}

function labelOf(directory: Directory, party: Party): string {
  if (party.kind === 'person') return directory.nameOf(party)
  const post = directory.posts.get(party.id)
  const org = directory.orgs.get(post?.org ?? '')?.name ?? ''
  const holders = post?.holders.map(({ person }) => person.name).join('、') ?? ''
  return `${org} ${post?.title ?? ''}${holders === '' ? '' : `（${holders}）`}`
}
