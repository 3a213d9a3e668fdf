import { acceptCheck } from '#core/closure/watch.ts'
import { reopen as mayReopen } from '#core/closure/decisions.ts'
import { reopenByFinding } from '#core/finding-consequence/consequence.ts'
import { reopeningNote } from '#core/finding-consequence/words.ts'
import { type Caller, entryOf, loadBefore, takeStep } from '#server/closure/act.ts'
import { keepCheck } from '#server/closure/watch.ts'
import { loadInspectionFinding } from '#server/finding-consequence/load-finding.ts'
import { saveConsequence } from '#server/finding-consequence/save.ts'
import { accepted } from '#server/plan/accepted.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'

interface Asked {
  readonly id: string
  readonly version: number
  readonly closure: string
  readonly closureVersion: number
  readonly note: string
}

/** 重新挂账: a finding opens again what was closed, is kept as its reason, and, where it had been closed with proof, as a relapse that was seen. */
export async function reopenByAFinding(context: Caller, { id, version, closure, closureVersion, note }: Asked) {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:follow')
    const seen = await scope()
    const asked = { key: { id: closure }, version: closureVersion }
    const before = await loadBefore(tx, context, seen, asked)
    const finding = await loadInspectionFinding(tx, seen, id, true)
    if (finding.version !== version) throw new AppError('CONFLICT', { version: finding.version })
    const { stored } = before
    if (stored === null) throw new AppError('NOT_FOUND')
    accepted(reopenByFinding(finding, stored.standing.state, note))
    const words = reopeningNote({ ...finding, note })
    if (stored.standing.state === 'closed') {
      const closing = stored.steps.findLast(({ kind }) => kind === 'agree' || kind === 'meeting')
      const closedOn = closing === undefined ? null : dayInShanghai(closing.at)
      accepted(acceptCheck({ state: 'closed', closedOn }, { on: context.asOf, note: words }, context.asOf))
      await keepCheck(tx, context, closure, { on: context.asOf, outcome: 'relapsed', note: words }, record)
    }
    const taken = await takeStep(tx, context, seen, asked, ({ stored: now }) => ({
      allowed: mayReopen(now?.standing ?? stored.standing, words),
      step: { kind: 'reopen', note: words },
    }))
    await record({ verb: 'closure.reopen', ...entryOf(taken.view, taken.before, taken.step) })
    const { commitment, stage } = stored
    await saveConsequence(tx, context, { finding, kind: 'reopening', commitment, stage, closure, step: stored.steps.length + 1 })
    await record({
      verb: 'inspection.reopen-commitment',
      subject: { kind: 'inspection', id: finding.inspection },
      before: { finding: id, state: finding.state },
      after: { commitment: taken.view.ref, stage, note },
    })
    return { commitment, ref: taken.view.ref, by: actor.name }
  })
}
