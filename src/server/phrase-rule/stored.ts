import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { Day, Instant } from '#core/day/day.ts'
import { PhraseRule, type RuleWords } from '#core/phrase-rule/phrase-rule.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Tx } from '#server/db/connect.ts'
import type { PhraseRule as RuleRow } from '#server/db/types.gen.ts'
import { accepted } from '#server/plan/accepted.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Context } from '#server/verb/context.ts'

/** A rule with the version that a change of it names. */
export interface StoredRule {
  readonly rule: PhraseRule
  readonly version: number
}

/** The rules that are not removed, in the order in which they were made. */
export async function loadRules(tx: Tx, jurisdictionId: string): Promise<readonly StoredRule[]> {
  const rows = await tx
    .selectFrom('phraseRule')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('removedAt', 'is', null)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ rule: ruleOf(row), version: row.version }))
}

/** What holds in the reading of the next document. */
export async function rulesInForce(tx: Tx, jurisdictionId: string): Promise<readonly PhraseRule[]> {
  return (await loadRules(tx, jurisdictionId)).flatMap(({ rule }) => (rule.isOn ? [rule] : []))
}

/** Changes of the rules of a jurisdiction come one after the other. */
export async function lockRules(tx: Tx, jurisdictionId: string): Promise<readonly StoredRule[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`phrase-rules ${jurisdictionId}`}, 0))`.execute(tx)
  return loadRules(tx, jurisdictionId)
}

/** The rule that a change is about. NOT_FOUND where there is none, REFUSED `phrase-rule-changed` where somebody else changed it meanwhile. */
export function findRule(rules: readonly StoredRule[], { id, version }: { readonly id: string; readonly version: number }): PhraseRule {
  const found = rules.find(({ rule }) => rule.id === id)
  if (found === undefined) throw new AppError('NOT_FOUND')
  if (found.version !== version) accepted(refuse('phrase-rule-changed', { by: found.rule.madeBy }))
  return found.rule
}

/** A rule as its columns have it. */
export function ruleOf(row: Selectable<RuleRow>): PhraseRule {
  const { id, phrase, teaches, example, isOn, madeByName, madeAt } = row
  return PhraseRule.parse({ id, phrase, teaches, example, isOn, madeBy: madeByName, madeOn: dayInShanghai(instantOf(madeAt)) })
}

/** A moment as the database gives it. */
export function instantOf(at: string): Instant {
  return Instant.parse(new Date(at).toISOString())
}

/** Keeps new rules, made by whoever asks. */
export async function insertRules(tx: Tx, context: Context, words: readonly RuleWords[]): Promise<readonly PhraseRule[]> {
  const { actor, now } = context
  const rules = words.map((each): PhraseRule => ({
    ...each,
    id: context.newId(),
    isOn: true,
    madeBy: actor.name,
    madeOn: Day.parse(context.asOf),
  }))
  if (rules.length > 0)
    await tx
      .insertInto('phraseRule')
      .values(
        rules.map(({ id, phrase, teaches, example, isOn, madeBy }) => ({
          jurisdictionId: actor.jurisdictionId,
          id,
          version: 1,
          kind: teaches.kind,
          phrase,
          teaches: JSON.stringify(teaches),
          example,
          isOn,
          madeAt: now,
          madeBy: actor.accountId,
          madeByName: madeBy,
          changedAt: now,
        })),
      )
      .execute()
  return rules
}
