import { expect, test } from 'vitest'
import type { Clause } from '#core/draft/clause.ts'
import { placesOf } from '#core/ledger/place.ts'

/** `depth kind marker|title|rest of its text`, one clause a line. */
function places(lines: readonly string[]) {
  const above: string[] = []
  let text = ''
  const clauses = lines.map((line, index): Clause => {
    const [head = '', title = '', rest = ''] = line.split('|')
    const [depth = '0', kind, marker = ''] = head.split(' ')
    const id = `c${index}`
    above.length = Number(depth)
    const parent = above.at(-1) ?? null
    above.push(id)
    const start = text.length
    text += `${marker}${title}${rest}\n`
    return { id, kind: kinds[kind ?? ''] ?? 'paragraph', marker, title, parent, span: { start, end: text.length - 1 } }
  })
  const found = placesOf(clauses, text)
  return clauses.map(({ id }) => found.get(id))
}
const kinds: Readonly<Record<string, Clause['kind']>> = {
  part: 'part',
  aspect: 'aspect',
  finding: 'finding',
  measure: 'measure',
  item: 'item',
  row: 'row',
}

test('where there are no aspects the parts stand for them', () => {
  const found = places(['0 part 一、|学习方面', '1 measure 1.|改进学习', '0 part 四、|组织保障', '1 aspect （一）|加强领导'])
  expect(found.map((place) => [place?.aspect, place?.aspectOrdinal])).toEqual([
    ['学习方面', 0],
    ['学习方面', 0],
    ['组织保障', 2],
    ['加强领导', 3],
  ])
})

test('a row says itself what it answers; rows of one category stand together', () => {
  const text = '作风\t会多\t减会\n纪律\t迟到\t考勤\n作风\t文多\t减文'
  const spans = [...text.matchAll(/[^\t\n]+/g)].map(({ index, 0: cell }) => ({ start: index, end: index + cell.length }))
  const rows = [0, 1, 2].map((row) => {
    const [category = null, finding = null, measure = null] = spans.slice(row * 3, row * 3 + 3)
    return {
      id: `c${row}`,
      kind: 'row',
      marker: '',
      title: '',
      parent: null,
      span: { start: 0, end: 1 },
      cells: { category, finding, measure },
    } as const
  })
  const found = placesOf(rows, text)
  expect(rows.map(({ id }) => found.get(id))).toEqual([
    { aspect: '作风', aspectOrdinal: 0, finding: '会多', measure: '减会' },
    { aspect: '纪律', aspectOrdinal: 1, finding: '迟到', measure: '考勤' },
    { aspect: '作风', aspectOrdinal: 0, finding: '文多', measure: '减文' },
  ])
})

test('a finding stands for the measures that follow it under the same aspect', () => {
  const found = places([
    '0 part 三、|整改措施',
    '1 aspect （一）|聚焦学用脱节',
    '2 finding 存在问题：||研讨不够紧密。',
    '2 measure 1.|改进学习|。每月召开1次。',
    '3 item 一是|案例研讨',
    '1 aspect （二）|聚焦宗旨意识',
    '2 measure 1.|提升服务',
  ])
  expect(found[4]).toEqual({ aspect: '聚焦学用脱节', finding: '研讨不够紧密。', measure: '改进学习', aspectOrdinal: 1 })
  expect(found[6]).toEqual({ aspect: '聚焦宗旨意识', finding: '', measure: '提升服务', aspectOrdinal: 5 })
})

test('several findings before the measures all stand; a later one takes over', () => {
  const found = places(['0 finding 1.|甲', '0 finding 2.|乙', '0 measure 3.|改甲乙', '0 finding 4.|丙', '0 measure 5.|改丙'])
  expect(found.map((place) => place?.finding)).toEqual(['甲', '乙', '甲\n乙', '丙', '丙'])
})

test('measures below a finding are its own', () => {
  const found = places(['0 finding 问题一：|甲', '1 measure 1.|改甲', '0 finding 问题二：|乙', '1 measure 1.|改乙'])
  expect(found[1]).toEqual({ aspect: '', finding: '甲', measure: '改甲', aspectOrdinal: null })
  expect(found[3]).toMatchObject({ finding: '乙' })
})
