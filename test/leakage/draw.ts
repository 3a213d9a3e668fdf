import fc from 'fast-check'
import type { KnownWorld } from '#test/leakage/oracle.ts'

type Commitment = KnownWorld['commitments'][number] & {
  readonly leads: readonly number[]
  readonly supports: readonly number[]
  readonly isLedByGroup: boolean
  readonly leader: number | null
  readonly owner: number | null
  readonly end: 'confirmed' | 'draft' | 'discarded'
  /** Counted for each org of the group by itself, over the training register. */
  readonly isCounted: boolean
  /** Done once, by the last record, with the last file, and closed. */
  readonly isClosing: boolean
  readonly course: Course
}

/** 分办 of a commitment: to whom it goes, who answers for them there, and what becomes of it. `named`: who is named; null: there is nobody. */
interface Course {
  readonly kind: 'none' | 'handed' | 'refused' | 'insisted' | 'reassigned' | 'withdrawn' | 'confirmed'
  readonly to: number
  /** To whom it goes instead when it is reassigned. */
  readonly next: number
  readonly support: number | null
  readonly answers: number
  readonly named: number | null
}

type Made = KnownWorld['records'][number] & {
  readonly register: 'training' | 'ideology-risk' | 'regulation-made'
  readonly end: 'draft' | 'submitted' | 'accepted' | 'returned' | 'voided'
  readonly isCorrected: boolean
  readonly day: string
}

type Difficulty = KnownWorld['difficulties'][number] & {
  readonly end: 'open' | 'answered' | 'contested' | 'settled' | 'escalated' | 'decided' | 'withdrawn'
}

/** A world to build. The last org is the keeper's of the personal registers alone: what is put there later is invisible to all others. */
export interface DrawnWorld extends Omit<KnownWorld, 'commitments' | 'records' | 'difficulties'> {
  readonly commitments: readonly Commitment[]
  readonly difficulties: readonly Difficulty[]
  readonly records: readonly Made[]
  /** Orgs of the group of units. */
  readonly group: readonly number[]
  readonly contacts: readonly boolean[]
}

/** How many plans a world has. */
export const PLANS = 2
/** An account of a unit that belongs to no org: what it knows of an inspection it knows as one of its team. */
const INSPECTOR = 4
/** People who lead the court: the first has an account. */
const LEADERS = 2

const share = fc.nat({ max: 999_999 })
const raw = fc.record({
  parents: fc.array(share, { minLength: 3, maxLength: 5 }),
  people: fc.array(fc.record({ org: share, isHead: fc.boolean() }), { minLength: 3, maxLength: 6 }),
  looksAfter: fc.array(fc.tuple(share, fc.boolean()), { minLength: 1, maxLength: 2 }),
  group: fc.array(share, { minLength: 1, maxLength: 2 }),
  commitments: fc.array(
    fc.record({
      plan: share,
      leads: fc.array(share, { maxLength: 2 }),
      supports: fc.array(share, { maxLength: 2 }),
      isLedByGroup: fc.boolean(),
      leader: fc.option(share),
      owner: fc.option(share),
      end: fc.constantFrom('confirmed', 'confirmed', 'confirmed', 'draft', 'discarded'),
      isCounted: fc.boolean(),
      course: fc.record({
        kind: fc.constantFrom('none', 'handed', 'refused', 'insisted', 'reassigned', 'withdrawn', 'confirmed', 'confirmed'),
        to: share,
        next: share,
        support: fc.option(share),
        named: share,
      }),
    }),
    { minLength: 4, maxLength: 6 },
  ),
  records: fc.array(
    fc.record({
      org: share,
      isOwn: fc.boolean(),
      register: fc.constantFrom('training', 'ideology-risk'),
      end: fc.constantFrom('draft', 'draft', 'submitted', 'accepted', 'returned', 'voided'),
      isCorrected: fc.boolean(),
      isMarked: fc.constantFrom(true, false, false, false),
      month: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 4, maxLength: 7 },
  ),
  evidence: fc.array(fc.record({ by: share, record: fc.option(share) }), { minLength: 2, maxLength: 4 }),
  difficulties: fc.array(
    fc.record({
      commitment: share,
      asked: share,
      end: fc.constantFrom('open', 'answered', 'contested', 'settled', 'escalated', 'decided', 'withdrawn'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  isControlMarked: fc.boolean(),
  closing: fc.record({ org: share, isMarked: fc.boolean() }),
})

/** 随机的组织世界: orgs below one another, people, accounts of every post, commitments and records of them, files. */
export const worlds: fc.Arbitrary<DrawnWorld> = raw.map((drawn) => {
  const orgs = drawn.parents.length + 2
  const hidden = orgs - 1
  // an org stands below one that was drawn before it; nobody's stands below the court alone
  const parents = [null, ...drawn.parents.map((at, n) => at % (n + 1)), 0]
  const shown = (at: number): number => 1 + (at % (hidden - 1))
  const anywhere = (at: number): number => 1 + (at % hidden)
  const staff = drawn.people.map(({ org, isHead }) => ({ org: shown(org), isHead, looksAfter: [] }))
  const leaders = Array.from({ length: LEADERS }, (_, n) => ({
    org: 0,
    isHead: false,
    looksAfter: n === 0 ? [...new Set(drawn.looksAfter.map(([at]) => shown(at)))] : [],
  }))
  const people = [...leaders, ...staff, { org: hidden, isHead: false, looksAfter: [] }]
  const accounts = [
    { post: 'office' as const, person: null },
    { post: 'leader' as const, person: 0 },
    { post: 'unit' as const, person: LEADERS },
    { post: 'unit' as const, person: LEADERS + 1 },
    { post: 'unit' as const, person: null },
    { post: 'unit' as const, person: people.length - 1 },
    // who verifies what the first of the office asks for
    { post: 'office' as const, person: null },
  ]
  const group = [...new Set(drawn.group.map(anywhere))]
  const person = (at: number | null): number | null => (at === null ? null : at % people.length)
  const closing = anywhere(drawn.closing.org)
  const courseOf = courses({ parents, people, accounts }, anywhere)
  const asDrawn = drawn.commitments.map((each): Commitment => {
    const [leads, supports] = [each.leads.map(anywhere), each.supports.map(anywhere)]
    const [leader, owner] = [person(each.leader), person(each.owner)]
    const isConfirmed = each.end === 'confirmed'
    const isCounted = each.isCounted && isConfirmed
    const course = isConfirmed ? courseOf(each.course) : NO_COURSE
    const handed = handedTo(course)
    return {
      ...each,
      plan: each.plan % PLANS,
      leads,
      supports,
      leader,
      owner,
      isConfirmed,
      isCounted,
      isClosing: false,
      course,
      orgs: [...leads, ...supports, ...(each.isLedByGroup || isCounted ? group : []), ...handed.orgs],
      people: [leader, owner, ...handed.people].filter((who) => who !== null),
    }
  })
  const closed: Commitment = {
    plan: 0,
    leads: [closing],
    supports: [],
    isLedByGroup: false,
    leader: null,
    owner: null,
    end: 'confirmed',
    isConfirmed: true,
    isCounted: false,
    isClosing: true,
    course: NO_COURSE,
    // counted for the court as a whole
    orgs: [closing, 0],
    people: [],
  }
  const records = drawn.records.map(({ org: at, isOwn, register, end, isCorrected, isMarked, month }, n): Made => {
    const by = isOwn ? 2 + (n % 2) : 0
    const org = by === 0 ? anywhere(at) : (people[LEADERS + (n % 2)]?.org ?? 1)
    return {
      org,
      // who decides on a record stands as who entered what stands
      by: end === 'accepted' || end === 'returned' ? 0 : by,
      isFiled: end !== 'draft' && end !== 'returned',
      readers: register === 'training' ? 'everybody' : 'members',
      register,
      end,
      isCorrected,
      isMarked,
      day: `2026-0${month}-1${n}`,
    }
  })
  const proof: Made = {
    org: closing,
    by: 0,
    isFiled: true,
    isMarked: drawn.closing.isMarked,
    readers: 'everybody',
    register: 'regulation-made',
    end: 'submitted',
    isCorrected: false,
    day: '2026-02-20',
  }
  const confirmed = [...asDrawn.keys(), asDrawn.length].filter((n) => asDrawn[n]?.isConfirmed !== false)
  const difficulties = drawn.difficulties.map(({ commitment, asked, end }) => ({
    commitment: confirmed[commitment % confirmed.length] ?? asDrawn.length,
    asked: asked % people.length,
    end,
  }))
  const evidence = drawn.evidence.map(({ by, record }) => ({
    by: [by % accounts.length],
    records: record === null ? [] : [record % records.length],
  }))
  return {
    parents,
    people,
    accounts,
    keeper: accounts.length - 2,
    inspector: INSPECTOR,
    isControlMarked: drawn.isControlMarked,
    handover: { from: LEADERS, to: LEADERS + 1 },
    group,
    contacts: drawn.looksAfter.map(([, isContact]) => isContact),
    commitments: [...asDrawn, closed],
    difficulties,
    records: [...records, proof],
    evidence: [...evidence, { by: [0], records: [records.length] }],
  }
})

const NO_COURSE: Course = { kind: 'none', to: 0, next: 0, support: null, answers: 0, named: null }
/** Whoever hands out, and answers where no head has an account. */
const OFFICE = 0

/** Tells how what was drawn goes in an organisation: who heads a unit, or the nearest above it that has a head, answers for it and names somebody of it or below. */
function courses(
  { parents, people, accounts }: Pick<DrawnWorld, 'parents' | 'people' | 'accounts'>,
  anywhere: (at: number) => number,
): (drawn: { kind: Course['kind']; to: number; next: number; support: number | null; named: number }) => Course {
  const lineOf = (org: number): readonly number[] => {
    const above = parents[org] ?? null
    return above === null ? [org] : [org, ...lineOf(above)]
  }
  const heads = (at: number): readonly number[] =>
    [...people.keys()].filter((person) => people[person]?.org === at && people[person].isHead)
  const headsOf = (org: number): readonly number[] => heads(lineOf(org).find((at) => heads(at).length > 0) ?? -1)
  return (drawn) => {
    const to = anywhere(drawn.to)
    const [others, helpers] = [anywhere(drawn.next), drawn.support === null ? null : anywhere(drawn.support)]
    const own = headsOf(to)
    const head = accounts.findIndex(({ post, person }) => post === 'unit' && person !== null && own.includes(person))
    const within = [...people.keys()].filter((person) => lineOf(people[person]?.org ?? 0).includes(to))
    const named = within[drawn.named % Math.max(1, within.length)] ?? null
    const kind =
      drawn.kind === 'confirmed' && named === null ? 'handed' : drawn.kind === 'reassigned' && others === to ? 'refused' : drawn.kind
    const support = helpers === to || helpers === others ? null : helpers
    return { kind, to, next: others, support, answers: head < 0 ? OFFICE : head, named: kind === 'confirmed' ? named : null }
  }
}

/** With whom a commitment is in the end. */
function handedTo({ kind, to, next, support, named }: Course): {
  readonly orgs: readonly number[]
  readonly people: readonly (number | null)[]
} {
  if (kind === 'none' || kind === 'withdrawn') return { orgs: [], people: [] }
  return { orgs: [kind === 'reassigned' ? next : to, ...(support === null ? [] : [support])], people: [named] }
}
