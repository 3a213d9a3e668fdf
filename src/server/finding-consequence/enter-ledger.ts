import { addCommitment } from '#core/commitment/add-commitment.ts'
import { ClauseId, type Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import type { CommitmentSource } from '#core/commitment/source.ts'
import type { Demand } from '#core/finding-consequence/consequence.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Definition } from '#core/terms/definition.ts'
import { suggestDefinition } from '#core/terms/suggest-definition.ts'
import { insertCommitments } from '#server/commitment/insert.ts'
import { defineIn, entryOf } from '#server/counting/define.ts'
import type { Tx } from '#server/db/connect.ts'
import { refreshResponsibility } from '#server/dispatch/refresh.ts'
import { addClauses } from '#server/finding-consequence/clauses.ts'
import type { lockFindingsPlan } from '#server/finding-consequence/findings-plan.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { accepted } from '#server/plan/accepted.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import type { Change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Caller = Context & { readonly packs: readonly Pack[] }

/** What enters the ledger: where it stands (方面, 存在问题), whose it is, what is demanded, and whence it came. */
interface Entering {
  readonly plan: Awaited<ReturnType<typeof lockFindingsPlan>>
  readonly aspect: string
  readonly finding: string
  readonly org: string
  readonly orgName: string
  readonly demand: Demand
  readonly source: CommitmentSource
}

/**
 * Enters what was found as a confirmed commitment of the unit: in the plan of its year, counted by what is entered for it. From then on it is handed out, proved and
 * closed as every other. The plan is locked.
 */
export async function enterLedger(tx: Tx, context: Caller, entering: Entering, record: Change<Context>['record']): Promise<Commitment> {
  const { actor, now, asOf } = context
  const { jurisdictionId } = actor
  const { plan, demand, orgName, source } = entering
  const { clause, place } = await addClauses(tx, context, plan.id, { ...entering, measure: demand.words })
  const refs = await loadRefs(tx, jurisdictionId, plan.id)
  const { words: text, dueOn: deadline, nature } = demand
  const addition = {
    id: CommitmentId.parse(context.newId()),
    clause: ClauseId.parse(clause),
    span: null,
    text,
    changes: { deadline, nature, leadOrgs: [orgName] },
  }
  const facts = { text: plan.text, beside: ['督-0'], taken: new Set(refs) }
  const added = accepted(addCommitment(addition, facts, { by: actor.name, at: now, note: '' }))
  const commitment: Commitment = { ...added, state: 'confirmed', source }
  const standing = { planId: plan.id, planTitle: plan.title, ordinal: String(refs.length + 1).padStart(6, '0'), place }
  await insertCommitments(tx, jurisdictionId, plan.text, [{ commitment, standing }], now)
  await record({ verb: 'commitment.add', subject: { kind: 'commitment', id: commitment.id }, after: commitment })
  const definition = await definitionFor(tx, context, commitment, entering.org)
  const items = definition === null ? [] : [{ id: commitment.id, version: 0, definition }]
  for (const each of await defineIn(tx, context, { planId: plan.id, items })) await record(entryOf(each))
  await refreshResponsibility(tx, jurisdictionId, { planId: plan.id, asOf, now, commitments: [commitment.id] })
  return commitment
}

/** Counted by what is entered for it, of the unit alone; null where no organisation stands. */
async function definitionFor(tx: Tx, context: Caller, commitment: Commitment, org: string): Promise<Definition | null> {
  const { jurisdictionId } = context.actor
  const { registers, pack } = await loadRegisterSet(tx, jurisdictionId, context.packs)
  const organisation = organisationAsOf((await cachedOrganisation(tx, jurisdictionId)).whole, context.asOf)
  const ground = { organisation, registers: [...registers.values()], words: pack.manifest.words }
  const suggested = suggestDefinition({ ...commitment, before: '', after: '' }, ground)
  return suggested === null ? null : { ...suggested.definition, scope: { kind: 'org', org, reach: 'own' } }
}

async function loadRefs(tx: Tx, jurisdictionId: string, planId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('commitment')
    .select('ref')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .execute()
  return rows.map(({ ref }) => ref)
}
