import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { membersOn } from '#core/roster/members-on.ts'
import { indexRoster } from '#core/roster/roster-index.ts'
import { Roster } from '#core/roster/roster.ts'

const year = { from: '2026-01-01', to: null }
const member = (kind: string, id: string) => ({ group: 'team', member: { kind, id }, ...year })
const roster = Roster.parse({
  orgs: [],
  posts: [],
  holdings: [
    { post: 'president', person: 'zhang', from: '2026-01-01', to: '2026-06-30' },
    { post: 'president', person: 'li', from: '2026-08-01', to: null },
  ],
  memberships: [
    member('post', 'president'),
    member('person', 'li'),
    member('org', 'office'),
    { ...member('person', 'wang'), to: '2026-02-28' },
  ],
  relations: [],
})

test.for([
  ['2025-12-31', []],
  ['2026-02-01', ['zhang', 'li', 'office', 'wang']],
  ['2026-07-15', ['li', 'office']],
  ['2026-08-01', ['li', 'office']],
] as const)('on %s: %j', ([day, ids]) => {
  expect(membersOn('team', Day.parse(day), indexRoster(roster)).map(({ id }) => id)).toEqual(ids)
})
