import type { Typed } from '#web/_components/record-form/model/typed.ts'

/** Of two versions the second, but what is named from the first: `occurredOn`, `subjects`, `org` or fields. */
export function chosenOf(theirs: Typed, mine: Typed, fromThem: ReadonlySet<string>): Typed {
  const days = fromThem.has('occurredOn') ? theirs : mine
  const ids = new Set([...Object.keys(theirs.values), ...Object.keys(mine.values)])
  const values = [...ids].flatMap((id) => {
    const value = (fromThem.has(id) ? theirs : mine).values[id]
    return value === undefined ? [] : [[id, value] as const]
  })
  return {
    from: days.from,
    to: days.to,
    startsAtNoon: days.startsAtNoon,
    endsAtNoon: days.endsAtNoon,
    org: (fromThem.has('org') ? theirs : mine).org,
    subjects: (fromThem.has('subjects') ? theirs : mine).subjects,
    values: Object.fromEntries(values),
    names: { ...theirs.names, ...mine.names },
  }
}
