import type * as z from 'zod'
import type { RecordImportPreview } from '#contract/record-import.ts'
import { Instant } from '#core/day/day.ts'
import type { Organisation } from '#core/org/organisation.ts'
import type { Pack } from '#core/pack/pack.ts'
import { planRows } from '#core/record-import/plan-rows.ts'
import { keyOf, type Party } from '#core/roster/party.ts'
import { namesOf } from '#server/record/names.ts'
import { prepare } from '#server/record-import/ground.ts'
import { type Asked, loadCells, loadSame } from '#server/record-import/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** So many faults are listed; all are counted. */
const MOST_FAULTS = 1000

/** 试导入: what the rows of a sheet would do to the records that stand now. Changes nothing. */
export async function previewRecords(
  context: Context & { readonly packs: readonly Pack[] },
  { id, ...asked }: Asked & { readonly id: string },
): Promise<z.infer<typeof RecordImportPreview>> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('record:import')
    const { jurisdictionId } = actor
    const { cells, fileName, sha256 } = await loadCells(tx, jurisdictionId, id)
    const given = { jurisdictionId, packs: context.packs, asked, cells, at: context.now, today: context.asOf, note: fileName }
    const { layout, ground, organisation } = await prepare(tx, given)
    const { steps, faults, open } = planRows(cells, layout, ground)
    const same = await loadSame(tx, jurisdictionId, asked.register, sha256)
    const names = await namesOf(
      tx,
      jurisdictionId,
      open.flatMap(({ candidates }) => candidates.map(keyOf)),
    )
    const count = (act: (typeof steps)[number]['act']) => steps.filter((step) => step.act === act).length
    const candidateOf = (party: Party) => ({ key: keyOf(party), name: names[keyOf(party)] ?? '', more: whereOf(organisation, party) })
    return {
      id,
      fileName,
      ...layout,
      counts: { add: count('add'), update: count('update'), same: count('same'), skip: count('skip') },
      faults: faults.slice(0, MOST_FAULTS),
      faultCount: faults.length,
      open: open.map(({ role, name, candidates }) => ({ role, name, candidates: candidates.map(candidateOf) })),
      sameAs: same === null ? null : { at: Instant.parse(same.changedAt), by: same.startedByName },
    }
  })
}

/** What tells people of one name apart: the posts they held, with their units. */
function whereOf({ holdings, posts, terms }: Organisation, party: Party): string {
  const orgName = (org: string) => terms.findLast((term) => term.org === org)?.name ?? ''
  if (party.kind === 'org')
    return terms.filter(({ org }) => org === party.id).map(({ parent }) => (parent === null ? '' : orgName(parent)))[0] ?? ''
  const held = party.kind === 'post' ? [party.id] : holdings.filter(({ person }) => person === party.id).map(({ post }) => post)
  return posts
    .filter(({ id }) => held.includes(id))
    .map(({ org, title }) => `${orgName(org)} ${title}`)
    .join('、')
}
