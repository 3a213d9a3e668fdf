import type { Question } from '#core/draft/question.ts'
import { askChanges } from './ask-changes.ts'
import { askDefinitions } from './ask-definitions.ts'
import { askFrame } from './ask-frame.ts'
import { askBase, askBoth, askDue, askPopulation, askTolerance, askYears } from './ask-measures.ts'
import { askEach, askPairs } from './ask-scopes.ts'
import type { Asked, Asker } from './asking.ts'

/** In the order in which people should answer: what all the rest is computed from first. */
const askers: readonly Asker[] = [
  askFrame,
  askChanges,
  askYears,
  askDue,
  askPairs,
  askEach,
  askBoth,
  askPopulation,
  askBase,
  askTolerance,
  askDefinitions,
]

/** All that a person must say because the document does not. */
export function askAll(asked: Asked): Question[] {
  return askers.flatMap((asker) => asker(asked)).map((question, index) => ({ ...question, id: `q${index + 1}` }))
}
