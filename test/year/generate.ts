import { cases, figures, others, petitions } from '#test/year/activity/figures.ts'
import { fieldWork, receptions, services, supervision } from '#test/year/activity/court-work.ts'
import { products } from '#test/year/milestones.ts'
import { meetings, study, talks, teaching } from '#test/year/activity/party-work.ts'
import { FIRST_ENTRY, type Year } from '#test/year/activity/year.ts'
import { drawFrom } from '#test/year/draw.ts'
import { entering } from '#test/year/entering.ts'
import type { Fact } from '#test/year/fact.ts'

const LAST_DAY = '2026-12-31'

/**
 * A year of a court's activity, 2026, the same for the same seed: what happened, who took part, on which day it was entered and what was done to its record
 * afterwards. It is neither a good year nor a bad one: some of everything is missed, done twice, done by the wrong people, entered late, drafted and never
 * submitted, returned, corrected or voided, so that every rule of counting has something to leave out.
 */
export function generateYear(seed: number): readonly Fact[] {
  const year: Year = { ...entering(FIRST_ENTRY, LAST_DAY), draw: drawFrom(seed) }
  for (const part of [
    study,
    meetings,
    teaching,
    talks,
    fieldWork,
    receptions,
    services,
    supervision,
    figures,
    petitions,
    cases,
    others,
    products,
  ])
    part(year)
  return year.facts
}
