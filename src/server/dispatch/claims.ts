import { claim, type ClaimRefusal, giveBack as decideGiveBack } from '#core/dispatch/claim.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { keyOf, type Party } from '#core/roster/party.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadGround, partyOfActor } from '#server/dispatch/ground.ts'
import { peopleBehind } from '#server/dispatch/lead.ts'
import { loadEntries, loadLeads, type StoredClaim } from '#server/dispatch/load.ts'
import { refreshResponsibility } from '#server/dispatch/refresh.ts'
import { accepted } from '#server/plan/accepted.ts'
import { lockPlan } from '#server/plan/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Seen {
  readonly finding: string
  readonly version: number
}

/** 认领 of findings, all or none: by a leader, or by the office for one who has no account. */
export async function claimFindings(
  context: Context,
  { plan: planId, items, leader }: { readonly plan: string; readonly items: readonly Seen[]; readonly leader: Party | null },
): Promise<{ readonly claimed: number }> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('claim:make')
    const { self } = await scope()
    const { ground, claims, known } = await before(tx, context, planId)
    const me = partyOfActor(actor, ground)
    const who = leader ?? me
    if (who === null) return accepted(refuse<ClaimRefusal>('leader-unknown'))
    const by = {
      leader: who,
      self: [...self, ...(me === null ? [] : [keyOf(me)])],
      isOffice: actor.post === 'office',
      isThere: !ground.holders.of(who).isVacant,
      hasAccount: peopleBehind(who, ground).some((person) => ground.accounts.get(person) === 'leader'),
    }
    const done = new Set<string>()
    for (const { finding, version } of items) {
      const stored = claims.get(finding)
      if (done.has(finding)) accepted(refuse<ClaimRefusal>('claimed-already'))
      done.add(finding)
      if ((stored?.version ?? 0) !== version) throw new AppError('CONFLICT', { version: stored?.version ?? 0 })
      if (!known.has(finding)) accepted(refuse<ClaimRefusal>('nothing-in-ledger'))
      const taken = stored?.leader ?? null
      accepted(claim({ leader: taken, isVacant: taken !== null && ground.holders.of(taken).isVacant }, by))
      await save(tx, context, planId, { finding, stored, leader: who })
      await record({
        verb: 'claim.make',
        subject: { kind: 'plan', id: planId },
        before: taken === null ? null : { leader: keyOf(taken) },
        after: { finding: known.get(finding), leader: ground.holders.of(who).title, party: keyOf(who) },
      })
    }
    await refreshResponsibility(tx, actor.jurisdictionId, { planId, asOf: context.asOf, now: context.now }, ground)
    return { claimed: items.length }
  })
}

/** 退领: nobody has it then, and the first responsible answers. */
export async function giveBack(
  context: Context,
  input: Seen & { readonly plan: string; readonly note: string },
): Promise<{ readonly version: number }> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('claim:make')
    const { self } = await scope()
    const { ground, claims, known } = await before(tx, context, input.plan)
    const stored = claims.get(input.finding)
    if ((stored?.version ?? 0) !== input.version) throw new AppError('CONFLICT', { version: stored?.version ?? 0 })
    const me = partyOfActor(actor, ground)
    const given = accepted(
      decideGiveBack(
        { leader: stored?.leader ?? null, isVacant: false },
        { self: [...self, ...(me === null ? [] : [keyOf(me)])], isOffice: actor.post === 'office' },
      ),
    )
    await save(tx, context, input.plan, { finding: input.finding, stored, leader: null })
    await record({
      verb: 'claim.give-back',
      subject: { kind: 'plan', id: input.plan },
      before: { finding: known.get(input.finding) ?? '', leader: ground.holders.of(given).title, party: keyOf(given) },
      after: { note: input.note },
    })
    await refreshResponsibility(tx, actor.jurisdictionId, { planId: input.plan, asOf: context.asOf, now: context.now }, ground)
    return { version: input.version + 1 }
  })
}

/** 第一责任人 of a plan. */
export async function setFirst(
  context: Context,
  { plan: planId, version, party }: { readonly plan: string; readonly version: number; readonly party: Party },
): Promise<{ readonly version: number }> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('dispatch:run')
    const { jurisdictionId } = actor
    await lockPlan(tx, jurisdictionId, planId)
    const ground = await loadGround(tx, jurisdictionId, context.asOf)
    const { first } = await loadLeads(tx, jurisdictionId, planId)
    if (first.version !== version) throw new AppError('CONFLICT', { version: first.version })
    if (party.kind === 'org' || ground.holders.of(party).isVacant) accepted(refuse<ClaimRefusal>('leader-unknown'))
    const row = { version: version + 1, party: keyOf(party) }
    await tx
      .insertInto('firstResponsible')
      .values({ jurisdictionId, planId, ...row })
      .onConflict((conflict) => conflict.columns(['jurisdictionId', 'planId']).doUpdateSet(row))
      .execute()
    await record({
      verb: 'dispatch.first-responsible',
      subject: { kind: 'plan', id: planId },
      before: first.party === null ? null : { party: keyOf(first.party) },
      after: { party: keyOf(party), title: ground.holders.of(party).title },
    })
    await refreshResponsibility(tx, jurisdictionId, { planId, asOf: context.asOf, now: context.now }, ground)
    return { version: version + 1 }
  })
}

/** Locks the plan: its findings are claimed one after the other. `known`: the words of the findings that stand in the ledger. */
async function before(tx: Tx, { actor, asOf }: Context, planId: string) {
  const { jurisdictionId } = actor
  await lockPlan(tx, jurisdictionId, planId)
  const ground = await loadGround(tx, jurisdictionId, asOf)
  const { claims } = await loadLeads(tx, jurisdictionId, planId)
  const entries = await loadEntries(tx, jurisdictionId, null, { plan: planId })
  const known = new Map(entries.map(({ finding, aspect, findingWords }) => [finding, findingWords === '' ? aspect : findingWords]))
  return { ground, claims, known }
}

async function save(
  tx: Tx,
  { actor, now }: Context,
  planId: string,
  { finding, stored, leader }: { readonly finding: string; readonly stored: StoredClaim | undefined; readonly leader: Party | null },
): Promise<void> {
  const row = {
    version: (stored?.version ?? 0) + 1,
    leader: leader === null ? null : keyOf(leader),
    changedAt: now,
    changedByName: actor.name,
  }
  await tx
    .insertInto('claim')
    .values({ jurisdictionId: actor.jurisdictionId, planId, finding, ...row })
    .onConflict((conflict) => conflict.columns(['jurisdictionId', 'planId', 'finding']).doUpdateSet(row))
    .execute()
}
