import * as z from 'zod'
import { type Missing, missingFor } from '#core/closure/gate.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { Nature } from '#core/draft/reading.ts'
import { canonicalJson, Json } from '#core/journal/leaf.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { PlanOrigin } from '#core/plan/origin.ts'
import { RecordId } from '#core/record/record.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Tx } from '#server/db/connect.ts'
import { sm3 } from '#server/journal/sm3.ts'
import { type Criteria, loadCriteria } from '#server/closure/criteria.ts'
import { askOccurrences } from '#server/occurrence/asked.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRegisters } from '#server/register/load.ts'

/** The commitment whose closure it is. */
export interface ClosureSubject {
  readonly id: CommitmentId
  readonly planId: string
  readonly plan: string
  readonly ref: string
  readonly sentence: string
  readonly units: string
  readonly nature: Nature | null
  /** Of its plan. */
  readonly origin: PlanOrigin | null
  readonly due: Day | null
  readonly isConfirmed: boolean
  readonly version: number
  /** 销号标准. */
  readonly criteria: Criteria
}

/** A record that counts, with its evidence. */
interface Proof {
  readonly record: RecordId
  readonly from: Day
  readonly to: Day
  readonly revision: number
  readonly register: string
  readonly enteredBy: string
  readonly files: readonly { readonly sha256: string; readonly name: string }[]
}

/** Everything a closure is judged by. `pinned`: the digest of it; `doers`: persons, posts and accounts that did it. */
export interface ClosureFacts {
  readonly subject: ClosureSubject
  readonly occurrences: readonly Occurrence[]
  readonly proofs: readonly Proof[]
  readonly missing: readonly Missing[]
  readonly pinned: string
  readonly doers: { readonly parties: ReadonlySet<string>; readonly accounts: ReadonlySet<string> }
}

const dayColumn = z.custom<Day | null>()

/** The commitment of a closure; NOT_FOUND where there is none. */
export async function loadSubject(tx: Tx, jurisdictionId: string, id: CommitmentId): Promise<ClosureSubject> {
  const row = await tx
    .selectFrom('ledgerEntry')
    .innerJoin('commitment', (join) =>
      join.onRef('commitment.jurisdictionId', '=', 'ledgerEntry.jurisdictionId').onRef('commitment.id', '=', 'ledgerEntry.commitmentId'),
    )
    .innerJoin('plan', (join) => join.on('plan.jurisdictionId', '=', jurisdictionId).onRef('plan.id', '=', 'ledgerEntry.planId'))
    .select([
      'origin',
      'ledgerEntry.planId',
      'planTitle',
      'ledgerEntry.ref',
      'sentence',
      'leadOrgsText',
      'nature',
      'dueOn',
      'commitment.state',
      'version',
    ])
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('commitment.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.commitmentId', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return {
    id,
    planId: row.planId,
    plan: row.planTitle,
    ref: row.ref,
    sentence: row.sentence,
    units: row.leadOrgsText ?? '',
    nature: Nature.nullable().parse(row.nature),
    origin: PlanOrigin.nullable().parse(row.origin),
    due: dayColumn.parse(row.dueOn),
    isConfirmed: row.state === 'confirmed',
    version: row.version,
    criteria: await loadCriteria(tx, jurisdictionId, id),
  }
}

/** Older periods are closed or reopened from the list. */
const MOST_STAGES = 24

/** 阶段: a standing commitment closes period by period (those that have begun, the latest first); every other as a whole. */
export function stagesOf({ nature }: ClosureSubject, occurrences: readonly Occurrence[], today: Day): readonly string[] {
  if (nature !== 'standing') return ['']
  const begun = occurrences.filter(({ period }) => period.from <= today && period.unit !== 'once')
  const keys = [...new Set(begun.map(({ period }) => period.key))].toSorted().toReversed()
  return keys.length === 0 ? [''] : keys.slice(0, MOST_STAGES)
}

/** The occurrences of a commitment, of all its periods; `isComputable`: there is something to work them out from. */
export interface Measured {
  readonly isComputable: boolean
  readonly occurrences: readonly Occurrence[]
}

/** What is measured of a commitment today. */
export async function measure(tx: Tx, jurisdictionId: string, id: CommitmentId, today: Day): Promise<Measured> {
  const { terms, occurrences } = await askOccurrences(tx, jurisdictionId, today, { id, asOf: today, knownAt: null })
  return { isComputable: terms !== null, occurrences }
}

/** What a closure is judged by. `stage` '': everything. */
export async function loadFacts(
  tx: Tx,
  jurisdictionId: string,
  {
    subject,
    stage,
    measured,
    packs,
  }: { readonly subject: ClosureSubject; readonly stage: string; readonly measured: Measured; readonly packs: readonly Pack[] },
): Promise<ClosureFacts> {
  const { isComputable, occurrences: all } = measured
  const occurrences = stage === '' ? all : all.filter(({ period }) => period.key === stage)
  const proofs = await loadProofs(tx, jurisdictionId, occurrences)
  const registers = new Map<string, { readonly needsEvidence: boolean }>(await loadRegisters(tx, jurisdictionId, packs))
  const missing = missingFor({
    isConfirmed: subject.isConfirmed,
    isComputable,
    occurrences,
    counted: proofs.map(({ record, register, files, from, to }) => ({
      record,
      register,
      words: from === to ? from : `${from} – ${to}`,
      evidence: files.length,
      needsEvidence: registers.get(register)?.needsEvidence ?? true,
    })),
    openDifferences: await countOpen(tx, jurisdictionId, subject.id),
  })
  const judged = {
    commitment: subject.id,
    version: subject.version,
    stage,
    ...(subject.criteria.words === '' ? {} : { criteria: subject.criteria.words }),
    occurrences: occurrences.map(({ subject: whose, period, state, required, actual }) => ({
      whose,
      period: period.key,
      state,
      required,
      actual,
    })),
    proofs: proofs.map(({ record, revision, files }) => ({ record, revision, files: files.map(({ sha256 }) => sha256).toSorted() })),
  }
  return {
    subject,
    occurrences,
    proofs,
    missing,
    pinned: sm3(canonicalJson(Json.parse(judged))),
    doers: {
      parties: new Set(occurrences.flatMap(({ subject: whose }) => whose.split('+').filter((key) => !key.startsWith('org:')))),
      accounts: new Set(proofs.map(({ enteredBy }) => enteredBy)),
    },
  }
}

async function loadProofs(tx: Tx, jurisdictionId: string, occurrences: readonly Occurrence[]): Promise<readonly Proof[]> {
  const counting = occurrences.flatMap(({ explanation }) => explanation.filter(({ counts }) => counts))
  const ids = [...new Set(counting.map(({ record }) => record))].toSorted()
  if (ids.length === 0) return []
  const records = await tx
    .selectFrom('recordRevision')
    .select(['id', 'revision', 'register', 'fromDay', 'toDay', 'enteredBy'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('isStanding', '=', true)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
    .orderBy('id')
    .execute()
  const files = await tx
    .selectFrom('evidenceLink')
    .innerJoin('evidence', (join) =>
      join.onRef('evidence.jurisdictionId', '=', 'evidenceLink.jurisdictionId').onRef('evidence.id', '=', 'evidenceLink.evidenceId'),
    )
    .innerJoin('storedFile', (join) =>
      join.onRef('storedFile.jurisdictionId', '=', 'evidence.jurisdictionId').onRef('storedFile.id', '=', 'evidence.fileId'),
    )
    .select(['subjectId', 'evidence.sha256', 'storedFile.name'])
    .where('evidenceLink.jurisdictionId', '=', jurisdictionId)
    .where('evidence.jurisdictionId', '=', jurisdictionId)
    .where('storedFile.jurisdictionId', '=', jurisdictionId)
    .where('subjectKind', '=', 'record')
    .where('unlinkedAt', 'is', null)
    .where((eb) => eb('subjectId', '=', eb.fn.any(eb.val(ids))))
    .orderBy('evidenceLink.linkedAt')
    .execute()
  const byRecord = Map.groupBy(files, ({ subjectId }) => subjectId)
  return records.map(({ id, revision, register, fromDay, toDay, enteredBy }) => ({
    record: RecordId.parse(id),
    from: Day.parse(fromDay),
    to: Day.parse(toDay),
    revision,
    register,
    enteredBy,
    files: (byRecord.get(id) ?? []).map(({ sha256, name }) => ({ sha256, name })),
  }))
}

/** 对账: differences about the commitment that nobody has settled. */
async function countOpen(tx: Tx, jurisdictionId: string, commitment: string): Promise<number> {
  const { count } = await tx
    .selectFrom('reconciliationDifference')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .where('side', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
