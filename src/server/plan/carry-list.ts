import type * as z from 'zod'
import type { CarryList } from '#contract/plan.ts'
import { Light } from '#core/light/light.ts'
import { type AtEnd, type CarryCandidate, carryCandidates } from '#core/plan/carry-over.ts'
import { PlanFrame, PlanId } from '#core/plan/plan.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { loadCountings } from '#server/counting/load.ts'
import { loadPlanGround } from '#server/counting/refresh-terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { CURRENT } from '#server/ledger/standing-rows.ts'
import { AppError } from '#server/platform/errors.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Found = z.infer<typeof CarryList>

/** 结转清单: what is left of a plan, and into which later plans it may go. */
export async function listCarryOver(context: Context, { planId }: { readonly planId: string }): Promise<Found> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('plan:confirm')
    const { jurisdictionId } = actor
    const plans = await loadPlans(tx, jurisdictionId)
    const own = plans.find(({ id }) => id === planId)
    if (own === undefined) throw new AppError('NOT_FOUND')
    const candidates = await loadCandidates(tx, jurisdictionId, planId)
    const entries = await loadEntries(tx, jurisdictionId, planId)
    return {
      plan: { id: own.id, title: own.title, inForceTo: own.frame.inForceTo },
      into: plans.flatMap(({ id, title, frame: { inForceFrom, inForceTo } }) =>
        inForceFrom !== null && own.frame.inForceFrom !== null && inForceFrom > own.frame.inForceFrom
          ? [{ id, title, inForceFrom, inForceTo }]
          : [],
      ),
      items: candidates.map(({ commitment, kind, dueOn }) => {
        const entry = entries.get(commitment.id)
        return {
          id: commitment.id,
          ref: commitment.ref,
          sentence: entry?.sentence ?? commitment.text,
          leadOrgs: entry?.leadOrgsText ?? '',
          kind,
          dueOn,
          light: Light.nullable().parse(entry?.light ?? null),
          owed: Decimal.nullable()
            .catch(null)
            .parse(entry?.owed ?? null),
          unit: entry?.unit ?? '',
          carried: commitment.carried ?? null,
        }
      }),
    }
  })
}

async function loadPlans(tx: Tx, jurisdictionId: string) {
  const rows = await tx
    .selectFrom('plan')
    .select(['id', 'title', 'frame'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('importedAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id, title, frame }) => ({ id: PlanId.parse(id), title, frame: PlanFrame.parse(frame) }))
}

/** What may be carried over of a plan, in its order, as it stands on the ledger's day. */
export async function loadCandidates(tx: Tx, jurisdictionId: string, planId: string): Promise<readonly CarryCandidate[]> {
  const { frame, commitments } = await loadPlanGround(tx, jurisdictionId, planId)
  const ids = commitments.map(({ id }) => id)
  const terms = new Map((await loadCountings(tx, jurisdictionId, ids)).map((each) => [each.commitment, each.terms]))
  const entries = await loadEntries(tx, jurisdictionId, planId)
  const atEnd = commitments.map((commitment): AtEnd => ({
    commitment,
    terms: terms.get(commitment.id) ?? null,
    light: Light.nullable().parse(entries.get(commitment.id)?.light ?? null),
  }))
  return carryCandidates(atEnd, frame)
}

async function loadEntries(tx: Tx, jurisdictionId: string, planId: string) {
  const rows = await tx
    .selectFrom('ledgerEntry')
    .leftJoin('ledgerStanding', (join) =>
      join
        .onRef('ledgerStanding.jurisdictionId', '=', 'ledgerEntry.jurisdictionId')
        .onRef('ledgerStanding.commitmentId', '=', 'ledgerEntry.commitmentId')
        .on('ledgerStanding.edition', '=', CURRENT),
    )
    .select(['ledgerEntry.commitmentId', 'sentence', 'leadOrgsText', 'light', 'owed', 'unit'])
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .execute()
  return new Map<string, (typeof rows)[number]>(rows.map((row) => [row.commitmentId, row]))
}
