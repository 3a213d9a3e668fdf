import type { Condition } from '#core/counting/condition.ts'
import type { QuestionCode } from '#core/draft/question.ts'
import type { Definition } from '#core/terms/definition.ts'

/**
 * The questions of a plan that a definition answers by itself: over whom coverage or a share is counted (a scope of several, a share or a condition that
 * names them), and what a change is measured against.
 */
export function settledBy({ scope, measure, counting }: Definition): ReadonlySet<QuestionCode> {
  const settled = new Set<QuestionCode>()
  const isForEach = scope?.kind === 'each' || scope?.kind === 'pairs' || scope?.kind === 'record'
  const isCovering = counting?.sources.some(({ where }) => where !== null && covers(where)) ?? false
  if (isForEach || isCovering || measure?.kind === 'ratio' || measure?.kind === 'coverage') settled.add('population')
  if (measure?.kind === 'change') settled.add('base-period')
  return settled
}

function covers(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.some(covers)
    case 'covers':
      return true
    case 'not':
    case 'one-of':
    case 'yes':
    case 'number':
    case 'day':
    case 'filled':
      return false
  }
}
