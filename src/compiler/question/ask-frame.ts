import { addDays, dayOf, type Day } from '#core/day/day.ts'
import { ask, type Asked, type Asker } from './asking.ts'

/** The frame of the plan: in force from – to, what a year is, the first period; the limit of 立行立改 (30 days suggested) where one is promised. */
export const askFrame: Asker = (asked) => [
  ask('in-force', [], null, intervals(asked)),
  ask('year-meaning', [], null, ['calendar', 'plan']),
  ask('first-period', [], null, ['full', 'pro-rata', 'none']),
  ...(asked.commitments.some(({ reading }) => reading.nature?.value === 'immediate')
    ? [ask('immediate-limit', [], null, ['30', '15', '60'])]
    : []),
]

/**
 * The period that the document states; from its day (else the first of its year) to the end of the year in which the last limit falls; for
 * one year; open. What begins on the last of its days is left out.
 */
function intervals({ documentDay, documentYear, statedPeriod, commitments }: Asked): string[] {
  const from = statedPeriod?.from ?? documentDay ?? (documentYear === null ? null : dayOf(documentYear, 1, 1))
  if (from === null) return []
  const to = endOf(
    from,
    commitments.map(({ reading }) => reading.deadline?.value),
  )
  const ends = [...(statedPeriod === null ? [] : [statedPeriod.to]), to, addDays(from, 364)].filter((end) => from < end)
  return [...new Set([...ends.map((end) => `${from}/${end}`), `${from}/`])]
}

/** The last day of the year of the last limit, at least the year in which the plan begins, at most five years on. */
function endOf(from: Day, deadlines: readonly (Day | undefined)[]): Day {
  const first = Number(from.slice(0, 4))
  const years = deadlines
    .flatMap((day) => (day === undefined ? [] : [Number(day.slice(0, 4))]))
    .filter((year) => year >= first && year <= first + 5)
  const year = years.reduce((latest, each) => Math.max(latest, each), first)
  return dayOf(year, 12, 31) ?? from
}
