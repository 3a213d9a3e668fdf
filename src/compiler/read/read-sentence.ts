import type { PassageRole } from '#compiler/outline/outline.ts'
import { recognise } from '#compiler/recognise/recognise.ts'
import { addDeadlines } from '#compiler/refine/add-deadlines.ts'
import { addRecurrences } from '#compiler/refine/add-recurrences.ts'
import { assignModality } from '#compiler/refine/assign-modality.ts'
import { assignObjects } from '#compiler/refine/assign-objects.ts'
import { assignScopes } from '#compiler/refine/scope/assign-scopes.ts'
import { attachDates } from '#compiler/refine/attach-dates.ts'
import { attachPeriods } from '#compiler/refine/attach-periods.ts'
import { capTurnarounds } from '#compiler/refine/cap-turnarounds.ts'
import { dropConditions } from '#compiler/refine/drop-conditions.ts'
import { dropHistory } from '#compiler/refine/drop-history.ts'
import { dropQualifiers } from '#compiler/refine/drop-qualifiers.ts'
import { dropScores } from '#compiler/refine/drop-scores.ts'
import { dropUnpromised } from '#compiler/refine/drop-unpromised.ts'
import { inheritPeriods } from '#compiler/refine/inherit-periods.ts'
import { nestParts } from '#compiler/refine/nest-parts.ts'
import { shareComparators } from '#compiler/refine/share-comparators.ts'
import { yieldLimits } from '#compiler/refine/yield-limits.ts'
import type { Sentence } from '#compiler/source/sentence.ts'
import { compareAsTaught } from '#compiler/taught/compare-as-taught.ts'
import { nameRules } from '#compiler/taught/name-rules.ts'
import { scopeAsTaught } from '#compiler/taught/scope-as-taught.ts'
import { dropWording } from '#compiler/taught/wording.ts'
import type { Before, Draughted, Refiner } from './item.ts'
import { itemsOf } from './items.ts'

/**
 * The dialect of plans. First what is no promise is left out (history before the rest: it needs no relations), then numbers are related to
 * periods, to one another and to dates, then what no number says is added, at last the words around are read. What people have taught comes before what it
 * takes the place of.
 */
const refiners: readonly Refiner[] = [
  compareAsTaught,
  dropHistory,
  dropConditions,
  dropQualifiers,
  dropScores,
  attachPeriods,
  capTurnarounds,
  shareComparators,
  dropUnpromised,
  nestParts,
  inheritPeriods,
  addRecurrences,
  yieldLimits,
  attachDates,
  addDeadlines,
  dropWording,
  scopeAsTaught,
  assignScopes,
  assignModality,
  assignObjects,
  nameRules,
]

/** Reads one sentence of a passage: its promises with all that belongs to them, and the numbers left out. */
export function readSentence(sentence: Sentence, role: PassageRole, before: Before): Draughted {
  const marks = recognise(sentence.text, before.taught)
  const start: Draughted = { sentence, role, marks, items: itemsOf(sentence, marks), omitted: [], before }
  return marks.every(({ type }) => type === 'name') ? start : refiners.reduce((draught, refine) => refine(draught), start)
}
