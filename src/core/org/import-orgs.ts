import type { Day } from '#core/day/day.ts'
import { findOrgs, goesOnAfter } from '#core/org/find-org.ts'
import type { Importing } from '#core/org/import-sheet.ts'
import { addOrg, moveOrg, setAliases } from '#core/org/org-decisions.ts'
import type { RosterRow } from '#core/org/sheet.ts'
import { accept } from '#core/outcome/outcome.ts'

/** Adds the orgs a sheet names and what it says about them; those above come before those below, wherever they stand in the sheet. */
export function importOrgs(importing: Importing): void {
  const { sheet } = importing
  const first = sheet.rows.reduce<Day>((day, { from }) => (from !== null && from < day ? from : day), importing.from)
  const named = new Set(sheet.rows.map(({ org }) => org))
  for (const { row, parent } of sheet.rows) {
    if (parent !== '' && !named.has(parent) && findOrgs(importing.now(), importing.from, parent).length === 0) {
      named.add(parent)
      add(importing, { row, name: parent, parent: '', kind: null, from: first })
    }
  }
  let left: readonly RosterRow[] = sheet.rows
  while (left.length > 0) {
    const ready = left.filter(({ parent }) => parent === '' || findOrgs(importing.now(), importing.from, parent).length > 0)
    if (ready.length === 0) break
    for (const row of ready) importOrg(importing, row, first)
    const done = new Set(ready)
    left = left.filter((row) => !done.has(row))
  }
  for (const { row } of left) importing.blame(row, 'parent', 'parent-below')
}

function importOrg(importing: Importing, row: RosterRow, first: Day): void {
  const isOrgAlone = row.title === '' && row.person === ''
  const [known] = knownOrg(importing, row)
  const from = isOrgAlone ? (row.from ?? first) : first
  if (known === undefined) {
    if (!add(importing, { row: row.row, name: row.org, parent: row.parent, kind: row.kind, from })) return
  }
  const [org] = knownOrg(importing, row)
  if (org === undefined) return
  const changes = [moved(importing, row, org), kindChanged(importing, row, org), aliasesAdded(importing, row, org)]
  if (known !== undefined && changes.some(Boolean)) importing.note(row.row, 'change', 'org', row.org)
  else if (known !== undefined && isOrgAlone) importing.note(row.row, 'same', 'org', row.org)
}

/** The org a row means: below its parent, or the one at the top that the row puts below it. */
function knownOrg(importing: Importing, { org, parent }: RosterRow): readonly string[] {
  const found = findOrgs(importing.now(), importing.from, org, parent)
  if (found.length > 0 || parent === '') return found
  const tops = new Set(
    importing.now().terms.flatMap((term) => (term.parent === null && goesOnAfter(term, importing.from) ? [term.org] : [])),
  )
  return findOrgs(importing.now(), importing.from, org).filter((id) => tops.has(id))
}

function add(
  importing: Importing,
  { row, name, parent, kind, from }: Pick<RosterRow, 'row' | 'parent' | 'kind'> & { readonly name: string; readonly from: Day },
): boolean {
  const [above = null, other] = parent === '' ? [null] : findOrgs(importing.now(), importing.from, parent)
  if (other !== undefined) {
    importing.blame(row, 'parent', 'org-ambiguous', { name: parent })
    return false
  }
  const asked = {
    id: importing.newId(),
    termId: importing.newId(),
    name,
    kind: kind ?? (parent === '' ? 'institution' : 'department'),
    parent: above,
    aliases: [],
    from,
  }
  const isAdded = importing.take(row, 'org', addOrg(importing.now(), asked))
  if (isAdded) importing.note(row, 'add', 'org', name)
  return isAdded
}

function moved(importing: Importing, row: RosterRow, org: string): boolean {
  if (row.parent === '' || findOrgs(importing.now(), importing.from, row.org, row.parent).includes(org)) return false
  const [parent = null] = findOrgs(importing.now(), importing.from, row.parent)
  const from = row.from ?? importing.from
  return importing.take(row.row, 'parent', moveOrg(importing.now(), { org, termId: importing.newId(), parent, from }))
}

function kindChanged(importing: Importing, row: RosterRow, id: string): boolean {
  const org = importing.now().orgs.find((each) => each.id === id)
  if (org === undefined || row.kind === null || row.kind === org.kind) return false
  return importing.take(row.row, 'kind', accept({ orgs: [{ ...org, kind: row.kind }] }))
}

function aliasesAdded(importing: Importing, row: RosterRow, id: string): boolean {
  const org = importing.now().orgs.find((each) => each.id === id)
  const added = row.aliases.filter((alias) => alias !== row.org && org?.aliases.includes(alias) === false)
  if (org === undefined || added.length === 0) return false
  return importing.take(row.row, 'aliases', setAliases(importing.now(), { org: id, aliases: [...org.aliases, ...added] }))
}
