import { expect, test } from 'vitest'
import { applyEdit, type Edit } from '#core/org/edit.ts'
import { day, idOf, smallOrganisation } from '#core/org/organisation.fixture.ts'
import { type Replaced, replacedBy, undo } from './undo.ts'
import * as z from 'zod'

const [first] = smallOrganisation.terms
const replacedColumn = z.custom<Replaced>()
const edits: readonly (readonly [string, Edit])[] = [
  ['nothing', {}],
  ['an end of days', { terms: first === undefined ? [] : [{ ...first, to: day('2026-03-01') }] }],
  [
    'rows that are new',
    {
      people: [{ id: idOf(900), name: '新人', account: null }],
      groups: [{ id: idOf(901), name: '专班', everyoneIn: null, reach: 'own', ordinal: 9 }],
    },
  ],
]

test.for(edits)('an edit that is undone leaves what stood before: %s', ([, edit]) => {
  const changes = replacedBy(smallOrganisation, edit).map((change) => replacedColumn.parse(change))
  expect(undo(applyEdit(smallOrganisation, edit), changes)).toEqual(smallOrganisation)
})
