import { type Demand, makeCommitment as decide } from '#core/finding-consequence/consequence.ts'
import { inspectionAspect } from '#core/finding-consequence/words.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Pack } from '#core/pack/pack.ts'
import { enterLedger } from '#server/finding-consequence/enter-ledger.ts'
import { lockFindingsPlan } from '#server/finding-consequence/findings-plan.ts'
import { loadInspectionFinding } from '#server/finding-consequence/load-finding.ts'
import { saveConsequence } from '#server/finding-consequence/save.ts'
import { lockOccurrences } from '#server/occurrence/clock.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 列入台账: a finding of an inspection becomes a commitment of the unit where it was made. */
export async function makeCommitment(
  context: Context & { readonly packs: readonly Pack[] },
  { id, version, ...demand }: { readonly id: string; readonly version: number } & Demand,
): Promise<{ readonly commitment: CommitmentId; readonly ref: string }> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:follow')
    const seen = await scope()
    // in the order in which everybody locks: plan, clock, finding
    await loadInspectionFinding(tx, seen, id)
    const plan = await lockFindingsPlan(tx, context, Number(context.asOf.slice(0, 4)))
    await lockOccurrences(tx, actor.jurisdictionId, context.asOf)
    const finding = await loadInspectionFinding(tx, seen, id, true)
    if (finding.version !== version) throw new AppError('CONFLICT', { version: finding.version })
    accepted(decide(finding, demand, context.asOf))
    const { inspection, title, ordinal, org, orgName } = finding
    const commitment = await enterLedger(
      tx,
      context,
      {
        plan,
        aspect: inspectionAspect(finding),
        finding: finding.words,
        org,
        orgName,
        demand,
        source: { kind: 'inspection-finding', finding: id, inspection, title, ordinal },
      },
      record,
    )
    await saveConsequence(tx, context, {
      finding: { ...finding, dueOn: demand.dueOn },
      kind: 'commitment',
      commitment: commitment.id,
      stage: '',
      closure: null,
      step: null,
    })
    await record({
      verb: 'inspection.make-commitment',
      subject: { kind: 'inspection', id: inspection },
      before: { finding: id, state: finding.state },
      after: { commitment: commitment.ref, dueOn: demand.dueOn, words: demand.words },
    })
    return { commitment: commitment.id, ref: commitment.ref }
  })
}
