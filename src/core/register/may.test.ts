import { expect, test } from 'vitest'
import { day, idOf, smallOrganisation } from '#core/org/organisation.fixture.ts'
import { PackManifest } from '#core/pack/pack.ts'
import { holderOf } from '#core/register/holder.ts'
import { mayFill, mayRead } from '#core/register/may.ts'

const { posts } = PackManifest.parse({
  id: 'court',
  title: '法院',
  titleEn: 'Court',
  version: '1.0.0',
  groups: [{ id: 'study', title: '学习', titleEn: 'Study' }],
  posts: [
    { id: 'everyone', title: '全体', titleEn: 'everyone', means: 'everyone' },
    { id: 'office', title: '整改办', titleEn: 'office', means: 'office' },
    { id: 'heads', title: '部门负责人', titleEn: 'heads', means: 'head' },
    { id: 'units', title: '各部门', titleEn: 'units', means: 'unit' },
    { id: 'members', title: '班子成员', titleEn: 'members' },
    { id: 'filing', title: '诉服中心', titleEn: 'filing division', names: ['立*庭'] },
    { id: 'general', title: '院办', titleEn: 'general office' },
  ],
})
const [president, director, clerk] = [idOf(41), idOf(42), idOf(43)]
const everybody = { president, director, clerk, nobody: null } as const
const mayFillOn = (name: string, on = '2025-06-01'): readonly string[] =>
  Object.entries(everybody).flatMap(([who, person]) => {
    const holder = holderOf(smallOrganisation, day(on), { isOffice: false, person, posts: [] })
    return mayFill({ filledBy: [name] }, holder, posts) ? [who] : []
  })

test.for([
  ['everyone', ['president', 'director', 'clerk', 'nobody']],
  ['office', []],
  ['heads', ['president', 'director']],
  ['units', ['director', 'clerk']],
  ['members', ['president']],
  ['filing', ['clerk']],
  ['general', ['director']],
  ['全体干警', ['president', 'director', 'clerk']],
  ['立案庭', ['clerk']],
  ['主任', ['director']],
  ['财务处', []],
] as const)('who is asked for as %s', ([name, expected]) => {
  expect(mayFillOn(name)).toEqual(expected)
})

test('a post that ended counts no longer', () => {
  expect(mayFillOn('general', '2026-01-01')).toEqual([])
})

test('an account may have a post that nobody holds', () => {
  const holder = holderOf(smallOrganisation, day('2026-01-01'), { isOffice: false, person: null, posts: [idOf(22)] })
  expect(mayFill({ filledBy: ['general'] }, holder, posts)).toBe(true)
})

test('the programme office enters for anybody and reads all but personal data', () => {
  const office = holderOf(smallOrganisation, day('2025-06-01'), { isOffice: true, person: null, posts: [] })
  expect(mayFill({ filledBy: ['members'] }, office, posts)).toBe(true)
  expect(mayRead({ readBy: ['members'], sensitivity: 'internal' }, office, posts)).toBe(true)
  expect(mayRead({ readBy: ['members'], sensitivity: 'personal' }, office, posts)).toBe(false)
  expect(mayRead({ readBy: ['office'], sensitivity: 'personal' }, office, posts)).toBe(true)
})
