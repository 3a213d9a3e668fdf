import { recordCells } from '#core/record-import/record-cells.ts'
import { namer } from '#core/record-import/cell-text.ts'
import { targetsOf } from '#core/record-import/target.ts'
import { canonicalJson, Json } from '#core/journal/leaf.ts'
import { namedIn } from '#core/record/named-in.ts'
import type { RegisterId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import type { Caller } from '#server/closure/act.ts'
import type { ClosureFacts } from '#server/closure/facts.ts'
import type { SigningAccount } from '#server/closure/doers.ts'
import type { StoredClosure } from '#server/closure/stored.ts'
import type { Tx } from '#server/db/connect.ts'
import { answerableFor } from '#server/dispatch/answerable.ts'
import { originsOf } from '#server/finding-consequence/origins.ts'
import { sm3 } from '#server/journal/sm3.ts'
import { namesOf } from '#server/record/names.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'
import { loadRegisters } from '#server/register/load.ts'

/**
 * 一项一档: freezes what stood when it was closed: the promise, its figures, every record that counted with its evidence, and who agreed to it. Names and labels
 * are frozen with it: what they mean later is another matter.
 */
export async function freezeFile(
  tx: Tx,
  context: Caller,
  { id, stage, steps, levels, standing }: StoredClosure,
  { facts, signers }: { readonly facts: ClosureFacts; readonly signers: readonly SigningAccount[] },
): Promise<void> {
  const { actor, now, packs } = context
  const { subject, occurrences, proofs, pinned } = facts
  const registers = await loadRegisters(tx, actor.jurisdictionId, packs)
  const records = await loadRecords(
    tx,
    actor.jurisdictionId,
    proofs.map(({ record }) => record),
    registers,
  )
  const whose = occurrences.map((each) => each.subject)
  const names = await namesOf(tx, actor.jurisdictionId, whose)
  const answerable = await answerableFor(tx, actor.jurisdictionId, context.asOf, subject.id)
  const origins = await originsOf(tx, actor.jurisdictionId, subject.id)
  const nameOf = (key: string): string =>
    key
      .split('+')
      .map((each) => names[each] ?? '')
      .join('、')
  const content = Json.parse(
    JSON.parse(
      JSON.stringify({
        form: 'xiaohao-closure/3',
        commitment: {
          ref: subject.ref,
          plan: subject.plan,
          sentence: subject.sentence,
          units: subject.units,
          answerable,
          due: subject.due,
          criteria: subject.criteria.words,
          findings: origins.map(({ kind, title, ordinal, org, words, by, at }) => ({ kind, title, ordinal, org, words, by, at })),
        },
        stage,
        pinned,
        reopened: standing.reopened,
        occurrences: occurrences.map(({ subject: key, period, state, required, actual, explanation }) => ({
          subject: key,
          name: nameOf(key),
          period: { key: period.key, from: period.from, to: period.to },
          state,
          required,
          actual,
          counted: explanation.filter(({ counts }) => counts).map(({ record, quantity }) => ({ record, quantity })),
        })),
        records: proofs.map(({ record, revision, register, files }) => ({ record, revision, register, ...records.get(record), files })),
        levels,
        steps: steps.map((step) => ({ ...step, signerName: signers.find(({ account }) => account === step.signer)?.name ?? '' })),
      }),
    ),
  )
  const text = canonicalJson(content)
  await tx
    .insertInto('closureFile')
    .values({
      jurisdictionId: actor.jurisdictionId,
      closureId: id ?? '',
      round: standing.reopened + 1,
      content: text,
      digest: sm3(text),
      frozenAt: now,
    })
    .execute()
}

/** Records as they stand, with what they say in the words of their register. */
async function loadRecords(tx: Tx, jurisdictionId: string, ids: readonly string[], registers: ReadonlyMap<RegisterId, Register>) {
  if (ids.length === 0) return new Map<string, object>()
  const rows = await tx
    .selectFrom('recordRevision')
    .select([...RECORD_COLUMNS, 'enteredByName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('isStanding', '=', true)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  const records = rows.map((row) => ({ ...recordOf(row), enteredByName: row.enteredByName }))
  const keys = new Set(records.flatMap((record) => namedIn(record, registers.get(record.register))))
  const nameOf = namer(await namesOf(tx, jurisdictionId, keys))
  return new Map(
    records.map((record) => {
      const { id, occurredOn, subjects, values, state, enteredAt, enteredByName } = record
      const register = registers.get(record.register)
      const cells = recordCells(record, '', register?.fields ?? [], nameOf)
      const targets = register === undefined ? [] : targetsOf(register).filter(({ target }) => !UNSAID.has(target))
      const said = targets.map(({ target, words: [label] }) => ({ label, text: cells.get(target) ?? '' })).filter(({ text }) => text !== '')
      const words = { title: register?.title ?? record.register, said }
      return [
        id,
        { from: occurredOn.from, to: occurredOn.to, subjects, values, state, enteredAt, enteredBy: enteredByName, ...words },
      ] as const
    }),
  )
}

/** What stands beside what a record says. */
const UNSAID: ReadonlySet<string> = new Set(['number', 'from', 'to', 'id'])
