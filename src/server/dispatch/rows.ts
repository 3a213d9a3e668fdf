import type * as z from 'zod'
import type { DispatchRow, HolderView } from '#contract/dispatch.ts'
import { mayAnswer } from '#core/dispatch/decisions.ts'
import type { Holder, Holders } from '#core/dispatch/holder.ts'
import { suggestUnit } from '#core/dispatch/suggest.ts'
import { type Party, partyOf } from '#core/roster/party.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Ground } from '#server/dispatch/ground.ts'
import type { DispatchEntry } from '#server/dispatch/load.ts'

type Unit = NonNullable<z.infer<typeof DispatchRow>['unit']>

/** Who stands behind a party, as it is shown. `within`: the unit it was named for. */
export function holderView(party: Party, { of }: Pick<Holders, 'of'>, within: string | null = null): HolderView {
  return holderOut(of(party, within))
}

/** A holder as it is shown. */
export function holderOut({ key, title, names, standIn, isVacant }: Holder): HolderView {
  return { party: partyOf(key) ?? { kind: 'person', id: key }, title, names, standIn, isVacant }
}

/** A unit by its name of the day. */
export function unitOf(id: string, { orgName }: Pick<Holders, 'orgName'>): Unit {
  return { id, name: orgName(id) }
}

/** Who asks, as one who may answer for a unit. */
export function answeringOf(org: string | null, scope: Scope, { hasHead }: Pick<Ground, 'hasHead'>) {
  return {
    isHead: org !== null && scope.post === 'unit' && scope.headed.includes(org),
    isOffice: scope.post === 'office',
    hasHead: org !== null && hasHead(org),
  }
}

/** A row as who asks sees it. */
export function rowOf(entry: DispatchEntry, ground: Ground, scope: Scope, tasks: number): DispatchRow {
  const { holders, named } = ground
  const { stored } = entry
  const suggested = scope.post === 'office' ? suggestUnit({ leadOrgs: entry.leads, supportingOrgs: entry.supports }, named.unit) : null
  const isLead = stored.org === null ? entry.leads.some((name) => scope.names.unit.includes(name)) : scope.orgs.includes(stored.org)
  const isSupport =
    stored.supporting.some((org) => scope.orgs.includes(org)) || entry.supports.some((name) => scope.names.unit.includes(name))
  const answering = answeringOf(stored.org, scope, ground)
  return {
    commitment: entry.commitment,
    ref: entry.ref,
    sentence: entry.sentence,
    indicator: entry.indicator,
    aspect: entry.aspect,
    finding: entry.finding,
    dueOn: entry.due,
    planned: [...entry.leads, ...entry.supports].join('、'),
    state: stored.state,
    version: stored.version,
    round: stored.round,
    unit: stored.org === null ? null : unitOf(stored.org, holders),
    supporting: stored.supporting.map((org) => unitOf(org, holders)),
    owner: stored.owner === null ? null : holderView(stored.owner, holders, stored.org),
    tasks,
    note: stored.note,
    suggested:
      suggested === null
        ? null
        : {
            unit: unitOf(suggested.org, holders),
            supporting: suggested.supporting.map((org) => unitOf(org, holders)),
            unknown: suggested.unknown,
          },
    hasHead: answering.hasHead,
    mayAnswer: mayAnswer(answering),
    role: isLead ? 'lead' : isSupport ? 'support' : 'other',
  }
}
