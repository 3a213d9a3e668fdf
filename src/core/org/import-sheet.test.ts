import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptImport } from '#core/org/accept-import.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import { applyEdit } from '#core/org/edit.ts'
import { importSheet } from '#core/org/import-sheet.ts'
import { day, idOf, smallOrganisation } from '#core/org/organisation.fixture.ts'
import { emptyOrganisation, type Organisation } from '#core/org/organisation.ts'
import { readRosterSheet } from '#core/org/read-sheet.ts'
import { rosterTable } from '#core/org/roster-rows.ts'
import { dayInCell } from '#core/org/sheet-day.ts'
import { NO_WORDS } from '#core/pack/pack-words.ts'
import { impliesHead } from '#core/org/sheet-words.ts'

const TODAY = day('2026-03-02')
/** As a field of its own might have them. */
const WORDS = { ...NO_WORDS, heads: ['院长', '庭长'], branches: ['人民法庭'], institutions: ['下级法院'] }
const HEADERS = '单位 上级单位 职务 姓名 群组 分管 起始日期 截止日期'.split(' ')

/** Rows as text, cells separated by |; titles stand above the header. */
function sheetOf(...rows: readonly string[]) {
  const cells = [['某院名册'], ['制表：政治部'], HEADERS, ...rows.map((row) => row.split('|'))]
  return readRosterSheet(
    cells.map((each, index) => ({ row: index + 1, cells: each })),
    WORDS,
  )
}

function importInto(organisation: Organisation, ...rows: readonly string[]) {
  let count = 1000
  return importSheet(organisation, sheetOf(...rows), TODAY, () => idOf((count += 1)))
}

test.for([
  ['2026-03-01', '2026-03-01'],
  ['2026/3/1', '2026-03-01'],
  ['2026.3.1', '2026-03-01'],
  ['２０２６年３月１日', '2026-03-01'],
  ['2026年3月', '2026-03-01'],
  ['2026.03', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['46082', '2026-03-01'],
  ['2026-02-30', null],
  ['去年', null],
  ['2026', null],
] as const)('the day in %s is %s', ([cell, expected]) => {
  expect(dayInCell(cell)).toBe(expected)
})

test.for([
  ['院长', true],
  ['党组书记、院长', true],
  ['副院长', false],
  ['院长助理', false],
  ['审判员', false],
] as const)('%s leads: %s', ([title, leads]) => {
  expect(impliesHead(title, WORDS)).toBe(leads)
})

test('the header is found under titles, by any of its words, wherever the columns stand', () => {
  const sheet = readRosterSheet(
    [
      { row: 1, cells: ['某院干警花名册'] },
      { row: 3, cells: ['序号', '姓 名', '所在部门（全称）', '现任职务', '备注'] },
      { row: 4, cells: ['1', '张　三', '办公室', '主 任', ''] },
      { row: 5, cells: ['', '', '', '', ''] },
    ],
    WORDS,
  )
  expect(sheet).toMatchObject({ columns: { person: 'B', org: 'C', title: 'D' }, faults: [] })
  expect(sheet.rows).toMatchObject([{ row: 4, person: '张三', org: '办公室', title: '主任', from: null }])
})

test('a sheet without a header has one fault', () => {
  expect(readRosterSheet([{ row: 1, cells: ['张三', '李四'] }], WORDS).faults).toMatchObject([{ cell: 'A1', code: 'no-header' }])
})

test('a sheet of too many rows is not worked on', () => {
  const rows = Array.from({ length: 5001 }, (_, index) => ({ row: index + 2, cells: ['办公室', `人员${index}`] }))
  expect(readRosterSheet([{ row: 1, cells: ['单位', '姓名'] }, ...rows], WORDS)).toMatchObject({
    rows: [],
    faults: [{ code: 'too-many-rows' }],
  })
})

test('an empty organisation is filled, those below before those above', () => {
  const { edit, steps, faults } = importInto(
    emptyOrganisation,
    '滨河法庭|青禾法院|庭长|柳岸|||2024-05-01',
    '青禾法院|市中院|院长|钟越|基层院长|滨河法庭|2023-08-01',
    '市中院||院长|许明|||2023-02-01',
  )
  expect(faults).toEqual([])
  const { terms, posts, relations } = applyEdit(emptyOrganisation, edit)
  expect(terms.map(({ name, from }) => [name, from])).toEqual([
    ['市中院', '2023-02-01'],
    ['青禾法院', '2023-02-01'],
    ['滨河法庭', '2023-02-01'],
  ])
  expect(posts.map(({ title, isHead, isForOne }) => [title, isHead, isForOne])).toEqual([
    ['庭长', true, true],
    ['院长', true, true],
    ['院长', true, true],
  ])
  expect(relations).toMatchObject([{ kind: 'inChargeOf', leader: { kind: 'post' } }])
  expect(steps.filter(({ act }) => act !== 'add')).toEqual([])
})

test.for<[string, string, string]>([
  ['|| 主任|张三', 'A4', 'org-missing'],
  ['办公室||主任|新人|||2026-01-01|2025-12-31', 'H4', 'interval-reversed'],
  ['办公室||主任|新人|||某日', 'G4', 'bad-day'],
  ['某市中级人民法院||院长|新人|||2026-01-01', 'G4', 'post-held'],
  ['某市中级人民法院||院长|新人', 'D4', 'post-held'],
  ['某市中级人民法院||院长|许明|||2025-01-01', 'G4', 'already-holds'],
  ['办公室||副主任|新人|全体干警', 'E4', 'by-rule'],
  ['办公室||副主任|新人||没有的处', 'F4', 'org-unknown'],
])('%s: %s %s', ([row, cell, code]) => {
  const tried = importInto(smallOrganisation, row)
  expect(tried.faults).toMatchObject([{ row: 4, cell, code }])
  expect(acceptImport(tried, false)).toMatchObject({ refusal: { code: 'has-faults' } })
})

test('orgs above that go in a circle are a fault', () => {
  expect(importInto(emptyOrganisation, '甲|乙|主任|张三', '乙|甲|主任|李四').faults.map(({ code }) => code)).toEqual([
    'parent-below',
    'parent-below',
  ])
})

test('of two people of one name the one who was there is meant, otherwise nobody', () => {
  const twice = { ...smallOrganisation, people: [...smallOrganisation.people, { id: idOf(44), name: '田禾', account: null }] }
  expect(importInto(twice, '立案庭||书记员|田禾').faults).toEqual([])
  expect(importInto(twice, '办公室||书记员|田禾').faults).toMatchObject([{ cell: 'D4', code: 'person-ambiguous' }])
})

test('who leaves is ended, what stands is left', () => {
  const { steps, edit } = importInto(
    smallOrganisation,
    '立案庭||干部|田禾|||2024-07-01|2026-06-30',
    '某市中级人民法院||院长|许明|班子成员|办公室|2024-01-01',
  )
  expect(steps.map(({ act, what }) => [act, what])).toEqual([
    ['change', 'holding'],
    ['same', 'holding'],
  ])
  expect(edit).toMatchObject({ holdings: [{ id: idOf(33), to: '2026-06-30' }], memberships: [], relations: [] })
})

test('a sheet is applied once, and only where it does something', () => {
  const added = importInto(smallOrganisation, '办公室||副主任|新人')
  expect(acceptImport(added, false).ok).toBe(true)
  expect(acceptImport(added, true)).toMatchObject({ refusal: { code: 'already-applied' } })
  const same = importInto(smallOrganisation, '某市中级人民法院||院长|许明')
  expect(acceptImport(same, false)).toMatchObject({ refusal: { code: 'nothing-changed' } })
})

const cell = (...words: string[]) => fc.constantFrom('', ...words)
const anyRow = fc
  .tuple(
    // names that stand once: a sheet that is written out names the orgs of 分管 without their parents
    fc.constantFrom('甲院|', '乙处|甲院', '丙庭|甲院', '丁科|乙处'),
    cell('院长', '副院长', '处长', '审判员'),
    cell('张三', '李四', '王五', '赵六'),
    cell('班子成员', '中心组'),
    cell('乙处', '丙庭'),
    cell('2025-01-01', '2025-06-01'),
    cell('2025-12-31', '2026-12-31'),
  )
  .map((cells) => cells.join('|'))

test('what a sheet has made, written out and read again, changes nothing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyRow, { minLength: 1, maxLength: 8 }), (rows) => {
      const first = importInto(emptyOrganisation, ...rows)
      fc.pre(first.faults.length === 0)
      const organisation = applyEdit(emptyOrganisation, first.edit)
      const { headers, rows: written } = rosterTable(organisationAsOf(organisation, TODAY))
      const sheet = readRosterSheet(
        [headers, ...written].map((cells, index) => ({ row: index + 1, cells })),
        WORDS,
      )
      const again = importSheet(organisation, sheet, TODAY, () => idOf(9999))
      expect(again.faults).toEqual([])
      expect(again.steps.filter(({ act }) => act !== 'same')).toEqual([])
    }),
    { numRuns: 150 },
  )
})
