import type { ChangeView } from '#contract/change.ts'
import type { ChangeAsked, ChangeProposal } from '#core/change/change.ts'
import { askChange } from '#core/change/decisions.ts'
import { levelsFor } from '#core/closure/settings.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import { saveStep } from '#server/change/act.ts'
import { loadGround } from '#server/change/ground.ts'
import { loadChanges } from '#server/change/stored.ts'
import { viewOf } from '#server/change/view.ts'
import { loadLevels } from '#server/closure/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 延期申请, 调整, 终止: what holds when it is asked for is kept with it. */
export async function ask(
  context: Context,
  { commitment, asked, reason }: { readonly commitment: CommitmentId; readonly asked: ChangeAsked; readonly reason: string },
): Promise<ChangeView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('change:ask')
    const { jurisdictionId, accountId, name } = actor
    const seen = await scope()
    await demandCommitmentSeen(tx, seen, commitment)
    await tx
      .selectFrom('commitment')
      .select('id')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', commitment)
      .forUpdate()
      .execute()
    const ground = await loadGround(tx, jurisdictionId, commitment, context.asOf)
    accepted(askChange(ground.facts, asked, reason))
    const { due, wording, value } = ground.facts
    const proposal: ChangeProposal = { asked, due, wording, value }
    const levels = levelsFor((await loadLevels(tx, jurisdictionId)).levels, ground)
    const { last } = await tx
      .selectFrom('changeRequest')
      .select(({ fn }) => fn.countAll<string>().as('last'))
      .where('jurisdictionId', '=', jurisdictionId)
      .where('commitmentId', '=', commitment)
      .executeTakeFirstOrThrow()
    const id = context.newId()
    await tx
      .insertInto('changeRequest')
      .values({
        jurisdictionId,
        id,
        ordinal: Number(last) + 1,
        version: 1,
        commitmentId: commitment,
        kind: asked.kind,
        proposal: JSON.stringify(proposal),
        reason,
        levels: JSON.stringify(levels),
        state: 'requested',
        level: 0,
        requestedBy: accountId,
        requestedByName: name,
        requestedAt: context.now,
        changedAt: context.now,
      })
      .execute()
    const step = { level: 0, account: accountId, by: name, at: context.now, note: reason, pinned: ground.pinned }
    await saveStep(tx, jurisdictionId, id, 1, { ...step, kind: 'request', heldOn: null, minutes: [], lifted: false, forAccount: null })
    await record({ verb: 'change.ask', subject: { kind: 'change', id }, after: { commitment: ground.ref, proposal, reason } })
    const [stored] = await loadChanges(tx, seen, { id })
    if (stored === undefined) throw new AppError('NOT_FOUND')
    return viewOf(tx, context, stored)
  })
}
