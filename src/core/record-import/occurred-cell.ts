import { halfDayIn, sidesOf } from '#core/record-import/day-cell.ts'
import { Occurred } from '#core/record/record.ts'

/** When a fact happened, from the cells of its first and last day; the first may name both. `to` empty: one day. Null where a cell is no day. */
export function occurredIn(from: string, to: string): { readonly occurred: Occurred | null; readonly wrong: 'from' | 'to' | null } {
  const [first = '', second] = sidesOf(from)
  const start = halfDayIn(first)
  if (start === null) return { occurred: null, wrong: 'from' }
  const last = to.trim() === '' ? second : to
  const end = last === undefined ? start : halfDayIn(last)
  if (end === null) return { occurred: null, wrong: to.trim() === '' ? 'from' : 'to' }
  const isOneDay = start.day === end.day
  const parsed = Occurred.safeParse({
    from: start.day,
    to: end.day,
    startsAtNoon: start.half === 'afternoon',
    endsAtNoon: end.half === 'morning' || (isOneDay && start.half === 'morning'),
  })
  return parsed.success ? { occurred: parsed.data, wrong: null } : { occurred: null, wrong: to.trim() === '' ? 'from' : 'to' }
}

/** The two cells of it, as `occurredIn` reads them. */
export function occurredCells({ from, to, startsAtNoon, endsAtNoon }: Occurred): { readonly from: string; readonly to: string } {
  const start = startsAtNoon ? `${from} 下午` : from
  return { from: start, to: endsAtNoon ? `${to} 上午` : to }
}
