import { applyRevision as decide } from '#core/revision/apply-revision.ts'
import type { Settled } from '#core/revision/own-refs.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { loadCommitments } from '#server/commitment/load.ts'
import { refreshTerms } from '#server/counting/refresh-terms.ts'
import { saveSketch, sketchOfRead } from '#server/import/alike.ts'
import { accepted } from '#server/plan/accepted.ts'
import { lockPlan } from '#server/plan/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { followFindings, loadStandings } from '#server/revision/follow-findings.ts'
import { loadDocument } from '#server/revision/document.ts'
import { saveClauses } from '#server/revision/save-clauses.ts'
import { refreshResponsibility } from '#server/dispatch/refresh.ts'
import { saveCommitments } from '#server/revision/save-commitments.ts'
import { saveDocument } from '#server/revision/save-document.ts'
import { saveQuestions } from '#server/revision/save-questions.ts'
import { loadRevision } from '#server/revision/stored.ts'
import { loadUsed } from '#server/revision/used.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Input {
  readonly planId: string
  readonly id: string
  readonly confirmed: readonly string[]
  readonly versions: Readonly<Record<string, number>>
  readonly reason: string
}

/** 应用新版本: what a person confirmed goes into the plan, all in one transaction; what was answered, defined, entered and closed stays with its commitment. */
export async function applyRevision(context: Context, input: Input) {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('plan:confirm')
    const plan = await lockPlan(tx, jurisdictionId, input.planId)
    const revision = await loadRevision(tx, jurisdictionId, input, true)
    const earlier = await loadDocument(tx, jurisdictionId, plan.id)
    if (revision.state !== 'open' || revision.base !== earlier.revision) throw new AppError('CONFLICT', { version: earlier.revision })
    const commitments = await loadCommitments(tx, { jurisdictionId, planId: plan.id })
    for (const { id, version } of commitments)
      if (input.versions[id] !== undefined && input.versions[id] !== version) throw new AppError('CONFLICT', { version })
    const { draft, comparison } = revision
    const number = earlier.revision + 1
    const clauses = await saveClauses(tx, { jurisdictionId, planId: plan.id, revision: number }, draft.clauses, comparison.clauses)
    const settled = accepted(
      decide(
        {
          earlier: { revision: earlier.revision, text: earlier.text, commitments },
          next: {
            text: revision.text,
            commitments: draft.commitments,
            clauses,
            ids: new Map(draft.commitments.map(({ id }) => [id, CommitmentId.parse(id)])),
          },
          comparison,
          frame: plan.frame,
          used: await loadUsed(tx, jurisdictionId, plan.id),
        },
        { keys: new Set(input.confirmed), reason: input.reason },
        { by: actor.name, at: context.now, note: '' },
      ),
    )
    await saveDocument(tx, context, { plan, revision, number, confirmed: input.confirmed })
    const standings = await loadStandings(tx, jurisdictionId, plan.id)
    await saveCommitments(tx, jurisdictionId, { id: plan.id, title: revision.title, text: revision.text }, settled, context.now)
    await followFindings(tx, jurisdictionId, plan.id, standings)
    await saveSketch(
      tx,
      jurisdictionId,
      plan.id,
      sketchOfRead({ text: revision.text, clauses: draft.clauses, commitments: draft.commitments }),
    )
    await saveQuestions(tx, jurisdictionId, plan.id, { draft, comparison, settled })
    await refreshTerms(tx, jurisdictionId, plan.id, context.now)
    await refreshResponsibility(tx, jurisdictionId, { planId: plan.id, asOf: context.asOf, now: context.now })
    const counts = countsOf(settled)
    for (const one of settled) {
      const entry = entryOf(one, { former: earlier.text })
      if (entry !== null) await record(entry)
    }
    const [before, after] = [
      { revision: earlier.revision, fileName: earlier.fileName, title: plan.title },
      { revision: number, fileName: revision.fileName, title: revision.title, reason: input.reason, ...counts },
    ]
    await record({ verb: 'plan.apply-revision', subject: { kind: 'plan', id: plan.id }, before, after })
    return { revision: number, changed: counts.revised, added: counts.added, discarded: counts.discarded, left: counts.left }
  })
}

function countsOf(settled: readonly Settled[]) {
  const count = (outcome: Settled['outcome']): number => settled.filter((each) => each.outcome === outcome).length
  return { kept: count('kept'), revised: count('revised'), added: count('added'), discarded: count('discarded'), left: count('left') }
}

/** The journal's entry about one commitment; none where it only went over to the new document. `sentence`: as the former text had it. */
function entryOf({ outcome, before, after }: Settled, { former }: { readonly former: string }) {
  const subject = { kind: 'commitment', id: after.id }
  if (outcome === 'added')
    return before === null ? { verb: 'commitment.add', subject, after } : { verb: 'commitment.restore', subject, before, after }
  if (before === null || outcome === 'kept' || outcome === 'left') return null
  const sentence =
    before.sentence === null ? (before.cited?.sentence ?? before.text) : former.slice(before.sentence.start, before.sentence.end).trim()
  return {
    verb: outcome === 'revised' ? 'commitment.revise' : 'commitment.discard',
    subject,
    before: { ...before, sentenceText: sentence },
    after,
  }
}
