import { daysFrom, later, fridayFrom } from '#test/year/draw.ts'
import type { Act, Entry, Fact, Value } from '#test/year/fact.ts'

/** What may be said of a fact beside its register and day. */
interface More {
  readonly org?: string
  readonly people?: readonly string[]
  readonly startsAtNoon?: boolean
  readonly endsAtNoon?: boolean
  /** Entered so many days after the Friday it would be. */
  readonly late?: number
  readonly isDraft?: boolean
  readonly acts?: readonly { readonly after: number; readonly kind: Act['kind']; readonly changes?: Partial<Entry> }[]
}

/** A list of facts that grows; the key of each is its register and its number there. */
export interface Entering {
  readonly facts: readonly Fact[]
  /** `on`: a day or `from/to`. Gives the key. */
  readonly add: (register: string, on: string, values: Readonly<Record<string, Value>>, more?: More) => string
}

/** Facts are entered on the Friday of their week, or `late` days after; nothing is entered before the plan is in force. */
export function entering(firstDay: string, lastDay: string): Entering {
  const facts: Fact[] = []
  const add: Entering['add'] = (register, on, values, more = {}) => {
    const [from = '', to = from] = on.split('/')
    const friday = fridayFrom(later(to, more.late ?? 0))
    const enteredOn = friday < firstDay ? firstDay : friday > lastDay && to <= lastDay ? lastDay : friday
    const key = `${register}-${facts.filter((fact) => fact.register === register).length + 1}`
    const { org = '办公室', people = [], startsAtNoon = false, endsAtNoon = false, isDraft = false } = more
    const acts = (more.acts ?? []).map(({ after, kind, changes = {} }) => ({ on: fridayFrom(later(enteredOn, after)), kind, changes }))
    facts.push({ key, register, entry: { org, from, to, startsAtNoon, endsAtNoon, people, values }, isDraft, enteredOn, acts })
    return key
  }
  return { facts, add }
}

/** Everything that is done on each day, in the order of days. */
export function timeline(
  facts: readonly Fact[],
): readonly { readonly day: string; readonly fact: Fact; readonly act: Act | null; readonly step: number }[] {
  const done = facts.flatMap((fact) => [
    { day: fact.enteredOn, fact, act: null, step: 0 },
    ...fact.acts.map((act, index) => ({ day: act.on, fact, act, step: index + 1 })),
  ])
  return done.toSorted((a, b) => daysFrom(b.day, a.day) - 1)
}
