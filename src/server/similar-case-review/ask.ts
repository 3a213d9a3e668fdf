import type { SimilarCaseView } from '#contract/similar-case-review.ts'
import type { Day } from '#core/day/day.ts'
import { askReview } from '#core/similar-case-review/decisions.ts'
import type { SimilarCaseSource } from '#core/similar-case-review/source.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadGround } from '#server/similar-case-review/ground.ts'
import { viewOf } from '#server/similar-case-review/view.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Asked {
  readonly source: SimilarCaseSource
  readonly words: string
  readonly orgs: readonly string[]
  readonly minutes: number
  readonly dueOn: Day
  readonly reasonOver: string
}

/** 发起举一反三: like units are asked to look for the same fault with themselves. */
export async function askForReview(context: Context, input: Asked): Promise<SimilarCaseView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('similar-case:ask')
    const { jurisdictionId, accountId, name } = actor
    const { source, words, minutes, dueOn, reasonOver } = input
    const seen = await scope()
    // one after the other: whoever asks second is told of the first
    await tx.selectFrom('organisation').select('jurisdictionId').where('jurisdictionId', '=', jurisdictionId).forNoKeyUpdate().execute()
    const { found, units, warnings } = await loadGround(tx, context, seen, source, words)
    const orgs = new Set(input.orgs)
    const unknown = [...orgs].filter((org) => !units.some((unit) => unit.org === org))
    if (unknown.length > 0) throw new AppError('INVALID', { fields: unknown.map((org) => ({ path: ['orgs', org], code: 'unknown-org' })) })
    const asked = units.filter(({ org }) => orgs.has(org))
    const warned = asked.filter(({ org }) => warnings.some((warning) => warning.org === org)).length
    accepted(askReview({ words, dueOn, units: asked.length, warned, reasonOver }, context.asOf))
    const id = context.newId()
    await tx
      .insertInto('similarCaseReview')
      .values({
        jurisdictionId,
        id,
        version: 1,
        state: 'open',
        sourceKind: source.kind,
        findingId: source.kind === 'inspection-finding' ? source.finding : null,
        planId: source.kind === 'plan-finding' ? source.plan : null,
        findingKey: source.kind === 'plan-finding' ? source.key : null,
        found,
        words,
        minutes,
        dueOn,
        reasonOver,
        note: '',
        askedBy: accountId,
        askedByName: name,
        askedAt: context.now,
      })
      .execute()
    const row = { jurisdictionId, reviewId: id, version: 1, state: 'asked', words: '', changedAt: context.now }
    await tx
      .insertInto('similarCaseAnswer')
      .values(asked.map((unit) => ({ ...row, orgId: unit.org, orgName: unit.name })))
      .execute()
    await record({
      verb: 'similar-case.ask',
      subject: { kind: 'similar-case', id },
      after: { source, words, minutes, dueOn, reasonOver, units: asked.map((unit) => unit.name) },
    })
    return viewOf(tx, seen, actor, context.asOf, id)
  })
}
