import * as z from 'zod'
import type { CommitmentPage } from '#contract/commitment.ts'
import type { Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import type { Block } from '#core/document/document.ts'
import { lightOf, type Thresholds } from '#core/light/light.ts'
import { lightReason } from '#core/light/light-reason.ts'
import { isNow, type Moment } from '#core/moment/moment.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import type { Pack } from '#core/pack/pack.ts'
import { standingFor } from '#core/plan/answer-question.ts'
import { PlanId } from '#core/plan/plan.ts'
import type { Target } from '#core/target/measure.ts'
import type { Definition } from '#core/terms/definition.ts'
import { recordSight } from '#server/access/records.ts'
import { subjectsSeen } from '#server/access/demand.ts'
import { explainedTo } from '#server/access/explained.ts'
import { countedRecords } from '#server/commitment/counted-records.ts'
import { citedExcerpt, excerptOf } from '#server/commitment/excerpt.ts'
import { loadHistory } from '#server/commitment/history.ts'
import { loadCommitments } from '#server/commitment/load.ts'
import { countingView } from '#server/counting/get.ts'
import { loadCounting } from '#server/counting/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadLightSetting } from '#server/light/load.ts'
import { readMoment } from '#server/moment/read-moment.ts'
import { askOccurrences } from '#server/occurrence/asked.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadCorrected } from '#server/period-lock/corrected.ts'
import { revisionKnown } from '#server/revision/known.ts'
import { loadQuestions } from '#server/question/load.ts'
import { namesOf } from '#server/record/names.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Page = z.infer<typeof CommitmentPage>

type Input = Moment & { readonly id: CommitmentId }

// written by the import from what the reader made
const blocksColumn = z.custom<readonly Block[]>()

/** 整改任务: everything its page shows, as of a day and as it was known at an instant, of the subjects that are seen. */
export async function getCommitment(context: Context & { readonly packs: readonly Pack[] }, input: Input): Promise<Page> {
  return view(context, async ({ tx: current, actor, allow, scope }) => {
    allow('occurrence:read')
    const { jurisdictionId } = actor
    const [seen, asOf, { knownAt }] = [await scope(), input.asOf ?? context.asOf, input]
    const tx = readMoment(current, context, input)
    const isSeen = await subjectsSeen(tx, seen, input.id)
    const place = await loadPlace(tx, jurisdictionId, input.id, knownAt ?? null)
    const all = await loadCommitments(tx, { jurisdictionId, planId: place.planId }, seen)
    const commitment = all.find(({ id }) => id === input.id)
    if (commitment === undefined) throw new AppError('NOT_FOUND')
    const stored = await loadCounting(tx, jurisdictionId, input.id)
    const { terms, occurrences } = await askOccurrences(current, jurisdictionId, context.asOf, { id: input.id, asOf, knownAt })
    const { thresholds } = await loadLightSetting(tx, jurisdictionId)
    const own = occurrences.filter(({ subject }) => isSeen(subject))
    const shown = await explainedTo(tx, seen, context.packs, own)
    const history = await loadHistory(tx, { jurisdictionId, planId: place.planId, id: input.id })
    const { registers: standing, isThere } = await recordSight(tx, seen, context.packs)
    const records = await countedRecords(tx, jurisdictionId, shown, history, { scope: seen, registers: standing, isThere })
    const corrected = isNow(input, context.asOf)
      ? (await loadCorrected(tx, jurisdictionId, terms)).filter(({ subject }) => isSeen(subject))
      : []
    const used = new Set([...registersIn(stored?.definition ?? null), ...records.map(({ register }) => register)])
    const questions = seen.seesAll ? await loadQuestions(tx, { jurisdictionId, planId: place.planId }) : []
    return {
      asOf,
      today: context.asOf,
      knownAt,
      plan: { id: PlanId.parse(place.planId), title: place.planTitle },
      commitment,
      aspect: place.aspect,
      finding: place.finding,
      measure: place.measure,
      excerpt: citedExcerpt(commitment) ?? excerptOf(commitment, { text: place.text, blocks: blocksColumn.parse(place.blocks) }),
      counting:
        stored === null ? { commitment: input.id, version: 0, definition: null, open: [], isComputable: false } : countingView(stored),
      ...(await loadDefiner(tx, jurisdictionId, input.id)),
      terms,
      items: terms === null ? [] : shown.map((occurrence) => litBy(occurrence, terms.target, thresholds)),
      seesAll: shown.length === occurrences.length,
      records,
      registers: [...standing.values()].filter(({ id }) => used.has(id)),
      related: relatedOf(commitment, stored?.definition ?? null, all),
      questions: questions.filter(
        ({ answer, commitments: about }) => answer === null && (about.length === 0 || standingFor(about, all).has(input.id)),
      ),
      history,
      corrected,
      names: await namesOf(tx, jurisdictionId, [
        ...[...shown, ...corrected].map(({ subject }) => subject),
        ...records.flatMap(({ org, subjects }) => [`org:${org}`, ...subjects.map(({ kind, id }) => `${kind}:${id}`)]),
        ...history.flatMap((entry) => (entry.kind === 'define' ? keysIn([entry.before, entry.after]) : [])),
        ...keysIn([stored?.definition, terms]),
      ]),
    }
  })
}

/** An occurrence with its light and why it shows it. */
function litBy(occurrence: Occurrence, target: Target, thresholds: Thresholds): Page['items'][number] {
  const light = lightOf(occurrence, target, thresholds)
  return { occurrence, light, because: lightReason(occurrence, target, light) }
}

/** Where a commitment stands, in the words of the document that was the plan's at an instant (null: now). */
async function loadPlace(tx: Tx, jurisdictionId: string, id: string, knownAt: Instant | null) {
  const entry = await tx
    .selectFrom('ledgerEntry as entry')
    .select(['entry.planId', 'entry.planTitle', 'entry.aspect', 'entry.finding', 'entry.measure'])
    .where('entry.jurisdictionId', '=', jurisdictionId)
    .where('entry.commitmentId', '=', id)
    .executeTakeFirst()
  if (!entry) throw new AppError('NOT_FOUND')
  const document = await tx
    .selectFrom('planDocument')
    .select(['text', 'blocks'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', entry.planId)
    .where('revision', '=', await revisionKnown(tx, jurisdictionId, entry.planId, knownAt))
    .executeTakeFirstOrThrow()
  return { ...entry, ...document }
}

async function loadDefiner(tx: Tx, jurisdictionId: string, id: string): Promise<Pick<Page, 'definedBy' | 'definedAt'>> {
  const row = await tx
    .selectFrom('counting')
    .select(['definedByName', 'definedAt'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', id)
    .executeTakeFirst()
  return { definedBy: row?.definedByName ?? null, definedAt: row === undefined ? null : Instant.parse(row.definedAt) }
}

function relatedOf({ id, within }: Commitment, definition: Definition | null, all: readonly Commitment[]): Page['related'] {
  const apart = new Set(definition?.counting?.notWith ?? [])
  const parent = definition?.counting?.within ?? within
  return all.flatMap((each) => {
    const relation =
      each.id === parent ? 'within' : apart.has(each.id) ? 'apart' : each.within === id && each.state === 'confirmed' ? 'part' : null
    return relation === null ? [] : [{ id: each.id, ref: each.ref, text: each.text, relation }]
  })
}

/** Parties, groups and commitments that a value names anywhere, as keys of names. */
function keysIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => {
    if (typeof each === 'string') return ['org', 'post', 'group'].includes(key) ? [`${key}:${each}`] : partyIn(value, key, each)
    return keysIn(each)
  })
}

function partyIn(value: object, key: string, id: string): readonly string[] {
  return key === 'id' && 'kind' in value && typeof value.kind === 'string' ? [`${value.kind}:${id}`] : []
}

function registersIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(registersIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => (key === 'register' && typeof each === 'string' ? [each] : registersIn(each)))
}
