import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Question, QuestionCode } from '#core/draft/question.ts'
import type { Span } from '#core/text/span.ts'

/** A question of the plan, with whether it was answered. */
interface Asked {
  readonly id: string
  readonly code: QuestionCode
  readonly commitments: readonly CommitmentId[]
  readonly span: Span | null
  readonly isAnswered: boolean
}

/** A commitment of the new document that went into the plan. */
interface Taken {
  readonly id: CommitmentId
  /** Read otherwise than before, or new. */
  readonly isNew: boolean
  /** What is answered for it already. */
  readonly settled: readonly QuestionCode[]
}

/** What becomes of a plan's questions. `asked`: those that stay, about whom and where; `removed`: of nobody any more; `added`: of the new document, with whom they are about. */
export interface RevisedQuestions {
  readonly asked: readonly { readonly id: string; readonly commitments: readonly CommitmentId[]; readonly span: Span | null }[]
  readonly removed: readonly string[]
  readonly added: readonly { readonly question: Question; readonly commitments: readonly CommitmentId[] }[]
}

/**
 * The questions of a plan once a new document is taken over: what was answered stays answered, what is the same is not asked again; what the new wording settles is
 * asked no more, and what it leaves open is. `taken`: by ids of the new document.
 */
export function reviseQuestions(asked: readonly Asked[], next: readonly Question[], taken: ReadonlyMap<string, Taken>): RevisedQuestions {
  const stillAsked = new Map<string, Span | null>()
  for (const { code, commitments, span } of next)
    for (const each of commitments) {
      const one = taken.get(each)
      if (one !== undefined) stillAsked.set(`${code} ${one.id}`, span)
    }
  const reread = new Set([...taken.values()].flatMap(({ id, isNew }) => (isNew ? [id] : [])))
  const kept: { id: string; code: QuestionCode; commitments: readonly CommitmentId[]; span: Span | null }[] = []
  const removed: string[] = []
  for (const { id, code, commitments, isAnswered } of asked) {
    const about = isAnswered ? commitments : commitments.filter((each) => !reread.has(each) || stillAsked.has(`${code} ${each}`))
    const span = about.map((each) => stillAsked.get(`${code} ${each}`) ?? null).find((each) => each !== null) ?? null
    if (commitments.length > 0 && about.length === 0) removed.push(id)
    else
      kept.push({
        id,
        code,
        commitments: about,
        span: commitments.length === 0 ? (next.find((each) => each.code === code)?.span ?? null) : span,
      })
  }
  const known = new Set(
    kept.flatMap(({ code, commitments }) => (commitments.length === 0 ? [code] : commitments.map((each) => `${code} ${each}`))),
  )
  const added = next.flatMap((question) => {
    const { code, commitments } = question
    if (commitments.length === 0) return known.has(code) ? [] : [{ question, commitments: [] }]
    const about = commitments.flatMap((each) => {
      const one = taken.get(each)
      return one?.isNew === true && !known.has(`${code} ${one.id}`) && !one.settled.includes(code) ? [one.id] : []
    })
    return about.length === 0 ? [] : [{ question, commitments: about }]
  })
  return { asked: kept.map(({ id, commitments, span }) => ({ id, commitments, span })), removed, added }
}
