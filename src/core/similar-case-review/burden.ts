import { addDays, type Day } from '#core/day/day.ts'

/** Asked for the same within so many days, a unit is not asked again without a reason. */
export const QUIET_DAYS = 90

/** What a unit has told of late: it was asked for something in a 举一反三 (`asked`), or an inspection has noted something there (`noted`). */
export interface KnownOfUnit {
  readonly kind: 'asked' | 'noted'
  readonly org: string
  readonly words: string
  /** What had been found where it was asked; '' of what an inspection noted. */
  readonly found: string
  /** What the checklist asked where it was found; '' where it was found beside any. */
  readonly item: string
  readonly on: Day
}

/** Why a unit need perhaps not be asked: it was asked for the same of late, or the same is known of it. */
export interface BurdenWarning {
  readonly org: string
  readonly kind: KnownOfUnit['kind']
  readonly words: string
  readonly on: Day
}

/** What is to be looked for, in any of these wordings. `item`: what the checklist asked where it was found; '' where it was found beside any. */
interface LookedFor {
  readonly words: readonly string[]
  readonly item: string
}

/** Of each unit the latest reason of each kind: what speaks of the same, or was found where checklists ask the same. */
export function burdenWarnings(known: readonly KnownOfUnit[], { words, item }: LookedFor, today: Day): readonly BurdenWarning[] {
  const since = addDays(today, -QUIET_DAYS)
  const isSame = (each: KnownOfUnit): boolean =>
    (item !== '' && each.item === item) || words.some((some) => isAlike(some, each.words) || isAlike(some, each.found))
  const alike = known.filter((each) => each.on >= since && isSame(each))
  const latest = new Map<string, BurdenWarning>()
  for (const { org, kind, words: said, on } of alike.toSorted((a, b) => (a.on < b.on ? -1 : 1)))
    latest.set(`${org} ${kind}`, { org, kind, words: said, on })
  return [...latest.values()]
}

/** More than so much of the shorter text in the longer one: they speak of the same. */
const ALIKE = 0.6

/** Whether two texts speak of the same: by pairs of characters, blanks and signs apart. */
export function isAlike(a: string, b: string): boolean {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  const [short, long] = one.size < other.size ? [one, other] : [other, one]
  if (short.size === 0) return false
  const shared = [...short].filter((pair) => long.has(pair)).length
  return shared / short.size >= ALIKE && short.size * 4 >= long.size
}

function pairsOf(text: string): ReadonlySet<string> {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)))
}
