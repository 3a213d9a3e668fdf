import { Day } from '#core/day/day.ts'
import type { Organisation } from '#core/org/organisation.ts'

export const day = (text: string): Day => Day.parse(text)

/** Ids of the fixture: UUIDs that end in the number. */
export const idOf = (number: number): string => `0198f4a0-0000-7000-8000-${String(number).padStart(12, '0')}`

const since = { from: day('2020-01-01'), to: null }
const court = idOf(1)

/** A court with two departments; 1: court, 2: 办公室, 3: 立案庭; posts 21: 院长, 22: 主任 of 2, 23: 干部 of 3; people 41–43. */
export const smallOrganisation: Organisation = {
  orgs: [
    { id: court, kind: 'institution', aliases: ['市中院'], ordinal: 1 },
    { id: idOf(2), kind: 'department', aliases: ['院办'], ordinal: 2 },
    { id: idOf(3), kind: 'department', aliases: [], ordinal: 3 },
  ],
  terms: [
    { id: idOf(11), org: court, name: '某市中级人民法院', parent: null, ...since },
    { id: idOf(12), org: idOf(2), name: '办公室', parent: court, ...since },
    { id: idOf(13), org: idOf(3), name: '立案庭', parent: court, ...since },
  ],
  people: [
    { id: idOf(41), name: '许明', account: null },
    { id: idOf(42), name: '陆瑾', account: null },
    { id: idOf(43), name: '田禾', account: null },
  ],
  posts: [
    { id: idOf(21), org: court, title: '院长', rank: '', isHead: true, isForOne: true, aliases: [], ordinal: 1, ...since },
    { id: idOf(22), org: idOf(2), title: '主任', rank: '', isHead: true, isForOne: true, aliases: [], ordinal: 2, ...since },
    { id: idOf(23), org: idOf(3), title: '干部', rank: '', isHead: false, isForOne: false, aliases: [], ordinal: 3, ...since },
  ],
  holdings: [
    { id: idOf(31), post: idOf(21), person: idOf(41), from: day('2024-01-01'), to: null },
    { id: idOf(32), post: idOf(22), person: idOf(42), from: day('2024-01-01'), to: day('2025-12-31') },
    { id: idOf(33), post: idOf(23), person: idOf(43), from: day('2024-07-01'), to: null },
  ],
  groups: [
    { id: idOf(51), name: '班子成员', everyoneIn: null, reach: 'own', ordinal: 1 },
    { id: idOf(52), name: '全体干警', everyoneIn: court, reach: 'all', ordinal: 2 },
  ],
  memberships: [{ id: idOf(61), group: idOf(51), member: { kind: 'post', id: idOf(21) }, from: day('2024-01-01'), to: null }],
  relations: [
    { id: idOf(71), kind: 'inChargeOf', leader: { kind: 'post', id: idOf(21) }, org: idOf(2), from: day('2024-01-01'), to: null },
  ],
}
