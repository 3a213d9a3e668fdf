import type { SimilarCaseAnswer, SimilarCaseItem, SimilarCaseView } from '#contract/similar-case-review.ts'
import { can } from '#core/access/policy.ts'
import type { Day } from '#core/day/day.ts'
import { actOnAnswer, type SimilarCaseParty } from '#core/similar-case-review/decisions.ts'
import { isAnswerOverdue, owesAnswer, SimilarCaseAct } from '#core/similar-case-review/review.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadAnswers, loadSteps, oneReview, type StoredAnswer, type StoredReview } from '#server/similar-case-review/stored.ts'
import type { Actor } from '#server/verb/context.ts'

type Counts = NonNullable<SimilarCaseItem['counts']>

/** How somebody stands to one: who asked, or the office, judges; who enters for a unit answers for it, and does not judge that. */
export function partyOf({ askedBy }: StoredReview, { seesAll, accountId, entersFor }: Scope, org: string): SimilarCaseParty {
  const asks = seesAll || askedBy === accountId
  return { asks, isOfUnit: !asks && entersFor.includes(org) }
}

/** Whether every answer is seen, or those alone of one's own units. */
function seesEvery({ askedBy }: StoredReview, { seesAll, accountId }: Scope): boolean {
  return seesAll || askedBy === accountId
}

/** One in the list. */
export function itemOf(review: StoredReview, answers: readonly StoredAnswer[], scope: Scope, asOf: Day): SimilarCaseItem {
  const { id, state, words, dueOn, askedByName, askedAt } = review
  const own = answers.filter(({ org }) => scope.entersFor.includes(org))
  return {
    id,
    state,
    words,
    dueOn,
    askedBy: askedByName,
    askedAt,
    counts: seesEvery(review, scope) ? countsOf(review, answers, asOf) : null,
    owes: own.filter((answer) => owesAnswer(state, answer.state)).length,
    isLate: own.some((answer) => isAnswerOverdue(state, answer.state, dueOn, asOf)),
  }
}

/** One as whoever asks sees it. */
export async function viewOf(tx: Tx, scope: Scope, actor: Actor, asOf: Day, id: string): Promise<SimilarCaseView> {
  const review = await oneReview(tx, scope, id)
  const { jurisdictionId } = scope
  const all = await loadAnswers(tx, jurisdictionId, [id])
  const steps = await loadSteps(tx, jurisdictionId, id)
  const every = seesEvery(review, scope)
  const may = { judges: can(actor, 'similar-case:judge'), follows: can(actor, 'inspection:follow') }
  const { version, state, words, minutes, dueOn, askedByName, askedAt, note, found, source, reasonOver } = review
  return {
    id,
    version,
    state,
    words,
    minutes,
    dueOn,
    askedBy: askedByName,
    askedAt,
    note,
    asOf,
    found: every
      ? {
          source,
          inspection: await inspectionOf(tx, jurisdictionId, review),
          words: found,
          reasonOver,
          counts: countsOf(review, all, asOf),
        }
      : null,
    answers: all
      .filter(({ org }) => every || scope.orgs.includes(org))
      .map((stored): SimilarCaseAnswer => {
        const { org, orgName, version: of, state: stands, words: said, changedAt, commitment } = stored
        const answer = { org, orgName, version: of, state: stands, words: said, changedAt, commitment }
        const party = partyOf(review, scope, answer.org)
        const acts = SimilarCaseAct.options.filter((act) => {
          if (act === 'return' && !may.judges) return false
          if (act === 'follow' && !may.follows) return false
          return actOnAnswer({ review: state, answer: answer.state }, act, party, ENOUGH).ok
        })
        return {
          ...answer,
          owes: owesAnswer(state, answer.state),
          isOverdue: isAnswerOverdue(state, answer.state, dueOn, asOf),
          steps: steps.get(answer.org) ?? [],
          may: acts,
        }
      }),
    ends: state === 'open' && every && may.judges,
  }
}

/** What is said is not looked at where it is only asked what may be done. */
const ENOUGH = { words: 'x'.repeat(20), proofs: 1 }

function countsOf({ state, dueOn }: StoredReview, answers: readonly StoredAnswer[], asOf: Day): Counts {
  const of = (holds: (answer: StoredAnswer) => boolean): number => answers.filter(holds).length
  return {
    units: answers.length,
    owing: of((answer) => owesAnswer(state, answer.state)),
    overdue: of((answer) => isAnswerOverdue(state, answer.state, dueOn, asOf)),
    found: of((answer) => answer.state === 'found' || answer.state === 'followed'),
    notFound: of((answer) => answer.state === 'not-found'),
  }
}

async function inspectionOf(tx: Tx, jurisdictionId: string, { source }: StoredReview): Promise<string | null> {
  if (source.kind !== 'inspection-finding') return null
  const row = await tx
    .selectFrom('inspectionFinding')
    .select('inspectionId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', source.finding)
    .executeTakeFirst()
  return row?.inspectionId ?? null
}
