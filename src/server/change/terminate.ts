import type { ChangeStep } from '#core/change/change.ts'
import { type ClosureStep, standingAfter } from '#core/closure/closure.ts'
import type { StoredChange } from '#server/change/stored.ts'
import { saveClosure, saveStep } from '#server/closure/act.ts'
import { loadClosure } from '#server/closure/stored.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Context } from '#server/verb/context.ts'

/** 终止: the commitment is closed as not carried out (未落实), with the reason and whoever agreed as the steps of its closure. It can be opened again like any other. */
export async function terminate(
  tx: Tx,
  context: Context,
  { stored, steps: taken }: { readonly stored: StoredChange; readonly steps: readonly ChangeStep[] },
): Promise<void> {
  const { jurisdictionId } = context.actor
  const key = { commitment: stored.commitment, stage: '' }
  const before = await loadClosure(tx, jurisdictionId, key, true)
  const id = before?.id ?? context.newId()
  const made = taken.map((step): ClosureStep => ({
    ...step,
    demands: [],
    aim: step.kind === 'request' ? { kind: 'terminate' } : null,
    signer: null,
  }))
  const steps = [...(before?.steps ?? []), ...made]
  const standing = standingAfter(steps, stored.levels)
  const version = (before?.version ?? 0) + 1
  await saveClosure(tx, context, { ...key, id, version, levels: stored.levels, steps, standing }, before === null)
  for (const [index, step] of made.entries()) await saveStep(tx, jurisdictionId, id, (before?.steps.length ?? 0) + index + 1, step)
}
