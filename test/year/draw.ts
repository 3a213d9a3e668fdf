/** A source of numbers that is the same for the same seed. */
export interface Draw {
  /** A whole number from `least` to `most`, both counted. */
  readonly between: (least: number, most: number) => number
  readonly chance: (percent: number) => boolean
}

/** Numbers by mulberry32: small, and the same on every machine. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between: Draw['between'] = (least, most) => least + Math.floor(next() * (most - least + 1))
  return { between, chance: (percent) => between(1, 100) <= percent }
}

/** The day `days` days later. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Days from one day to another, both counted; below one where `to` lies before `from`. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

export function dayIn(year: number, month: number, dayOfMonth: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

/** The Friday of the week a day lies in, or the one after. */
export function fridayFrom(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return later(day, (12 - weekday) % 7)
}
