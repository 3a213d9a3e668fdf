/** Whose a row is, by the numbers of the world that was drawn. */
export type Fact =
  | { readonly of: 'everybody' | 'leading' | 'office' | 'nobody' }
  | { readonly of: 'account'; readonly account: number }
  | { readonly of: 'personal'; readonly person: number }
  /** `isTitle`: what it is called, which whoever is asked about one of its commitments reads as well. */
  | { readonly of: 'plan'; readonly plan: number; readonly isTitle?: true }
  /** `isSentence`: its own words, which a handover lists for both sides, and a difficulty for who is asked. */
  | { readonly of: 'commitment'; readonly commitment: number; readonly isSentence?: true }
  /** `isControl`: what stands in the field that may bear a mark of its own. */
  | { readonly of: 'record'; readonly record: number; readonly isControl?: true }
  | { readonly of: 'difficulty'; readonly difficulty: number }
  /** For the office; for leaders where `leading`; for these accounts, and whoever may see what is of these orgs. */
  | { readonly of: 'told'; readonly leading: boolean; readonly accounts: readonly number[]; readonly orgs: readonly number[] }
  | { readonly of: 'concerned'; readonly people: readonly number[] }
  | { readonly of: 'reconciliation'; readonly org: number | null; readonly by: number }
  | { readonly of: 'evidence'; readonly evidence: number }

/** What the oracle knows of a world. An org is its number, 0 the court itself; so are people, accounts, plans, commitments, records and files. */
export interface KnownWorld {
  /** Above which org an org stands; of the court itself null. */
  readonly parents: readonly (number | null)[]
  readonly people: readonly { readonly org: number; readonly isHead: boolean; readonly looksAfter: readonly number[] }[]
  readonly accounts: readonly { readonly post: 'office' | 'leader' | 'unit'; readonly person: number | null }[]
  /** The account that reads the personal registers, and besides the office alone is cleared for what is marked. */
  readonly keeper: number
  /** Whether the field of the measures taken is marked. */
  readonly isControlMarked: boolean
  /** The account that carries out the inspection, which asks about the last commitment: its team reads the sentence it asks about. */
  readonly inspector: number
  /** Who hands over a post to whom. */
  readonly handover: { readonly from: number; readonly to: number }
  readonly commitments: readonly {
    readonly plan: number
    readonly isConfirmed: boolean
    /** Orgs that lead or support it, by name or as members of a group, or are subjects of it; to which it stands handed out, and which support them. */
    readonly orgs: readonly number[]
    /** People who lead or own it, or were named by the unit it was handed out to. */
    readonly people: readonly number[]
  }[]
  /** Which commitment it is about, and who is asked. */
  readonly difficulties: readonly { readonly commitment: number; readonly asked: number }[]
  readonly records: readonly {
    readonly org: number
    readonly by: number
    readonly isFiled: boolean
    readonly isMarked: boolean
    readonly readers: 'everybody' | 'members' | 'office'
  }[]
  readonly evidence: readonly { readonly by: readonly number[]; readonly records: readonly number[] }[]
}

/** Whether an account may be told a fact: the rules of access once more, in the plainest words, from nothing the product computes. */
export function mayKnow(world: KnownWorld, account: number, fact: Fact): boolean {
  const { post, person } = world.accounts[account] ?? { post: 'unit', person: null }
  const who = person === null ? undefined : world.people[person]
  const isBelow = (org: number, top: number): boolean =>
    org === top || ((world.parents[org] ?? null) !== null && isBelow(world.parents[org] ?? 0, top))
  const isMine = (org: number): boolean => {
    if (who === undefined) return false
    if (post === 'leader') return who.looksAfter.some((top) => isBelow(org, top))
    return who.isHead ? isBelow(org, who.org) : org === who.org
  }
  const seesCommitment = ({ isConfirmed, orgs, people }: KnownWorld['commitments'][number]): boolean =>
    post === 'office' || (isConfirmed && (post === 'leader' || orgs.some(isMine) || people.some((each) => each === person)))
  const isCleared = post === 'office' || account === world.keeper
  const seesRecord = ({ org, by, isFiled, isMarked, readers }: KnownWorld['records'][number]): boolean =>
    post === 'office' ||
    ((!isMarked || isCleared) &&
      (isMine(org) || by === account || (isFiled && (readers === 'everybody' || (readers === 'members' && post === 'leader')))))
  const isAsked = ({ asked }: KnownWorld['difficulties'][number]): boolean => asked === person
  const isSide = person === world.handover.from || person === world.handover.to
  switch (fact.of) {
    case 'everybody':
      return true
    case 'leading':
      return post !== 'unit'
    case 'office':
      return post === 'office'
    case 'nobody':
      return false
    case 'account':
      return post === 'office' || fact.account === account
    case 'personal':
      // for the keeper of such registers, and for whom it is about
      return account === world.keeper || fact.person === person
    case 'plan':
      return (
        post !== 'unit' ||
        world.commitments.some((each) => each.plan === fact.plan && seesCommitment(each)) ||
        (fact.isTitle === true &&
          world.difficulties.some((each) => isAsked(each) && world.commitments[each.commitment]?.plan === fact.plan))
      )
    case 'commitment':
      return world.commitments
        .slice(fact.commitment, fact.commitment + 1)
        .some(
          (each) =>
            seesCommitment(each) ||
            (fact.isSentence && account === world.inspector && fact.commitment === world.commitments.length - 1) ||
            (fact.isSentence && isSide && each.isConfirmed && each.people.includes(world.handover.from)) ||
            (fact.isSentence && world.difficulties.some((asking) => asking.commitment === fact.commitment && isAsked(asking))),
        )
    case 'difficulty':
      return world.difficulties
        .slice(fact.difficulty, fact.difficulty + 1)
        .some((each) => isAsked(each) || world.commitments.slice(each.commitment, each.commitment + 1).some(seesCommitment))
    case 'record':
      return (!fact.isControl || !world.isControlMarked || isCleared) && world.records.slice(fact.record, fact.record + 1).some(seesRecord)
    case 'told':
      return (
        post === 'office' || (fact.leading && post === 'leader') || fact.accounts.includes(account) || fact.orgs.some((org) => isMine(org))
      )
    case 'concerned':
      return post === 'office' || fact.people.some((each) => each === person)
    case 'reconciliation':
      return post === 'office' || (fact.org === null ? fact.by === account : isMine(fact.org))
    case 'evidence': {
      const files = world.evidence.slice(fact.evidence, fact.evidence + 1)
      return (
        post === 'office' ||
        files.some(
          ({ by, records }) => by.includes(account) || records.some((each) => world.records.slice(each, each + 1).some(seesRecord)),
        )
      )
    }
  }
}
