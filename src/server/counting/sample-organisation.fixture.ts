import { readFileSync } from 'node:fs'
import path from 'node:path'
import { acceptImport } from '#core/org/accept-import.ts'
import { applyEdit } from '#core/org/edit.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import { importSheet } from '#core/org/import-sheet.ts'
import { emptyOrganisation, type Organisation } from '#core/org/organisation.ts'
import { readRosterSheet } from '#core/org/read-sheet.ts'
import type { Pack } from '#core/pack/pack.ts'
import { Day } from '#core/day/day.ts'

const PACKS = path.join(import.meta.dirname, '../../../packs')
const TODAY = Day.parse('2026-03-02')

/** The organisation of a pack's sample plan as of a day, with a group of everybody (全院干警) that the office would add. `series`: a digit that its ids begin with. */
export function sampleOrganisation({ manifest }: Pack, series = 0): Organisation {
  const lines = readFileSync(path.join(PACKS, manifest.id, 'sample/organisation.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  const sheet = readRosterSheet(
    lines.map((line, index) => ({ row: index + 1, cells: line.split('\t') })),
    manifest.words,
  )
  let count = 0
  const newId = () => `00000000-0000-4000-8000-${series}${String((count += 1)).padStart(11, '0')}`
  const edit = acceptImport(importSheet(emptyOrganisation, sheet, TODAY, newId), false)
  if (!edit.ok) throw new Error(edit.refusal.code)
  const organisation = organisationAsOf(applyEdit(emptyOrganisation, edit.value), TODAY)
  const court = organisation.terms.find(({ parent }) => parent === null)?.org ?? null
  const everyone = { id: newId(), name: manifest.words.everyone[0] ?? '全员', everyoneIn: court, reach: 'own' as const, ordinal: 99 }
  return { ...organisation, groups: [...organisation.groups, everyone] }
}
