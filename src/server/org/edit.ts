import { type Edit, standingBefore } from '#core/org/edit.ts'
import type { Organisation } from '#core/org/organisation.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { loadOrganisation, lockOrganisation } from '#server/org/load.ts'
import { saveEdit } from '#server/org/save.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** A change of the organisation: `decide` is a decision of core. */
export interface Act {
  /** Name of the verb in the journal. */
  readonly verb: string
  readonly subject: { readonly kind: string; readonly id: string }
  /** What the person saw when they decided. */
  readonly version: number
  readonly decide: (organisation: Organisation) => Outcome<Edit, string>
}

/** Changes the organisation by one decision; gives the id it is about and the version that now stands. */
export async function editOrganisation(context: Context, act: Act): Promise<{ readonly id: string; readonly version: number }> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('organisation:edit')
    // whose account it is decides what it sees: in service that goes with the grant
    if (act.verb === 'person.link') allow('organisation:link')
    const { version } = await lockOrganisation(tx, jurisdictionId, act.version)
    const before = await loadOrganisation(tx, jurisdictionId)
    const edit = accepted(act.decide(before))
    const next = await saveEdit(tx, jurisdictionId, edit, { stands: version, at: context.now })
    await record({ verb: act.verb, subject: act.subject, before: withoutEmpty(standingBefore(before, edit)), after: withoutEmpty(edit) })
    return { id: act.subject.id, version: next }
  })
}

function withoutEmpty(edit: Edit): Edit {
  return Object.fromEntries(Object.entries(edit).filter(([, rows]) => rows.length > 0))
}
