/** 2026-03-02 – 03-06, as short as it can be said. */
export function daysText(from: string, to: string): string {
  if (from === to) return from
  return `${from} – ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`
}
