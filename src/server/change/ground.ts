import * as z from 'zod'
import type { ChangeFacts } from '#core/change/decisions.ts'
import { nothingGranted } from '#core/change/granted.ts'
import { ClosureState } from '#core/closure/closure.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { Nature } from '#core/draft/reading.ts'
import { canonicalJson } from '#core/journal/leaf.ts'
import { PlanOrigin } from '#core/plan/origin.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadGranted } from '#server/change/granted.ts'
import type { Tx } from '#server/db/connect.ts'
import { sm3 } from '#server/journal/sm3.ts'
import { AppError } from '#server/platform/errors.ts'

/**
 * What a change of a commitment is judged by. `pinned`: the digest of what holds now; `doers`: those whose promise it is (who asks is barred by the levels
 * themselves).
 */
export interface ChangeGround {
  readonly planId: string
  readonly ref: string
  readonly nature: Nature | null
  readonly origin: PlanOrigin | null
  readonly facts: ChangeFacts
  readonly unit: string
  readonly originalDue: Day | null
  readonly extensions: number
  readonly pinned: string
  readonly doers: { readonly parties: ReadonlySet<string>; readonly accounts: ReadonlySet<string> }
}

// written by the counting verbs from what core made
const termsColumn = z.custom<Terms | null>()

/** Loads it; NOT_FOUND where there is no such commitment. */
export async function loadGround(tx: Tx, jurisdictionId: string, commitment: CommitmentId, today: Day): Promise<ChangeGround> {
  const row = await tx
    .selectFrom('ledgerEntry')
    .innerJoin('commitment', (join) =>
      join.on('commitment.jurisdictionId', '=', jurisdictionId).onRef('commitment.id', '=', 'ledgerEntry.commitmentId'),
    )
    .innerJoin('plan', (join) => join.on('plan.jurisdictionId', '=', jurisdictionId).onRef('plan.id', '=', 'ledgerEntry.planId'))
    .leftJoin('counting', (join) =>
      join.on('counting.jurisdictionId', '=', jurisdictionId).onRef('counting.commitmentId', '=', 'ledgerEntry.commitmentId'),
    )
    .leftJoin('closure', (join) =>
      join
        .on('closure.jurisdictionId', '=', jurisdictionId)
        .onRef('closure.commitmentId', '=', 'ledgerEntry.commitmentId')
        // of the whole: the periods of a standing one are closed by themselves
        .on('closure.stage', '=', ''),
    )
    .select(['ledgerEntry.planId', 'ledgerEntry.ref', 'sentence', 'nature', 'dueOn', 'commitment.state', 'commitment.version', 'terms'])
    .select(['closure.state as closure', 'origin'])
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.commitmentId', '=', commitment)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  const running = await tx
    .selectFrom('changeRequest')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .where('state', '=', 'requested')
    .executeTakeFirst()
  const granted = (await loadGranted(tx, jurisdictionId, { commitment })).get(commitment) ?? nothingGranted
  const terms = termsColumn.parse(row.terms)
  const due = terms === null ? (granted.due ?? Day.nullable().parse(row.dueOn)) : terms.rhythm.kind === 'once' ? terms.rhythm.by : null
  const value = terms === null || terms.target.measure.kind === 'achieved' ? null : terms.target.value
  const wording = granted.amendments.at(-1)?.after ?? row.sentence
  const closure = row.closure === null ? 'open' : ClosureState.parse(row.closure)
  const parties = await tx
    .selectFrom('occurrence')
    .select('subject')
    .distinct()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .execute()
  return {
    planId: row.planId,
    ref: row.ref,
    nature: Nature.nullable().parse(row.nature),
    origin: PlanOrigin.nullable().parse(row.origin),
    facts: { isConfirmed: row.state === 'confirmed', isRunning: running !== undefined, closure, due, wording, value, today },
    unit: terms?.target.unit ?? '',
    originalDue: granted.originalDue ?? due,
    extensions: granted.extensions,
    pinned: sm3(canonicalJson({ commitment, version: row.version, due, value, wording, closure })),
    doers: {
      parties: new Set(parties.flatMap(({ subject }) => subject.split('+').filter((key) => !key.startsWith('org:')))),
      accounts: new Set(),
    },
  }
}
