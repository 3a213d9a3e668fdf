import { expect, test } from 'vitest'
import type { Block, Cell, SourceDocument } from '#core/document/document.ts'
import { readOutline } from './read-outline.ts'

/** A table as the readers of office formats give it: `^` continues the cell above, `>` the cell before it. */
function tableDocument(rows: readonly (readonly string[])[]): SourceDocument {
  let text = ''
  const blocks = rows.map((row): Block => {
    const start = text.length
    const cells: Cell[] = []
    for (const [column, words] of row.entries()) {
      const last = cells.at(-1)
      if (words === '>' && last !== undefined) cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + 1 }
      if (words === '>') continue
      text += column === 0 ? '' : '\t'
      const from = text.length
      text += words === '^' ? '' : words
      cells.push({ span: { start: from, end: text.length }, column, columnSpan: 1, continues: words === '^' })
    }
    const span = { start, end: text.length }
    text += '\n'
    return { kind: 'row', span, table: 0, cells }
  })
  return { text, blocks, revisions: [] }
}

const ledger = tableDocument([
  ['某委整改台账', '>', '>', '>', '>', '>', '>'],
  ['序号', '问题类别', '存在问题', '整改措施', '责任', '>', '时限'],
  ['^', '^', '^', '^', '领导', '单位', '^'],
  ['一、预算管理', '>', '>', '>', '>', '>', '>'],
  ['1', '预算', '结转8万元', '每月通报1次', '甲川', '牵头：规财处；配合：审计处', '2026年9月底'],
  ['2', '^', '^', '年内清退5户', '^', '^', '^'],
  ['二、内部控制', '>', '>', '>', '>', '>', '>'],
  ['3', '内控', '超编', '每半年清查1次', '乙山', '人事处', '长期坚持'],
  ['备注：各处室每月5日前更新台账', '>', '>', '>', '>', '>', '>'],
])

test('a table whose heading, sections and cells are merged', () => {
  const { clauses } = readOutline(ledger)
  const drawn = clauses.map(({ kind, marker, title }) => `${kind} ${marker}|${title.split('\t').at(-1)}`)
  expect(drawn).toEqual([
    'paragraph |某委整改台账',
    'part 一、|预算管理',
    'row 1|2026年9月底',
    'row 2|年内清退5户',
    'part 二、|内部控制',
    'row 3|长期坚持',
    'paragraph |备注：各处室每月5日前更新台账',
  ])
})

test('a merged cell holds for each of its rows', () => {
  const { clauses, responsibilities } = readOutline(ledger)
  const held = clauses.filter(({ kind }) => kind === 'row').map(({ id }) => responsibilities.get(id))
  const names = held.map((one) =>
    [one?.leaders, one?.leadOrgs, one?.supportingOrgs].map((list) => list?.map(({ value }) => value).join('、')),
  )
  expect(names).toEqual([
    ['甲川', '规财处', '审计处'],
    ['甲川', '规财处', '审计处'],
    ['乙山', '人事处', ''],
  ])
  expect(held.map((one) => one?.dueOn?.value ?? null)).toEqual([null, '2026-09-30', null])
})

test('the columns of a merged heading decide what is read', () => {
  const { passages } = readOutline(ledger)
  const drawn = passages.map(({ role, column, span }) => `${role}[${column ?? ''}] ${ledger.text.slice(span.start, span.end)}`)
  expect(drawn).toEqual([
    'history[] 某委整改台账',
    'title[] 预算管理',
    'history[存在问题] 结转8万元',
    'action[整改措施] 每月通报1次',
    'timeLimit[时限] 2026年9月底',
    'action[整改措施] 年内清退5户',
    'title[] 内部控制',
    'history[存在问题] 超编',
    'action[整改措施] 每半年清查1次',
    'timeLimit[时限] 长期坚持',
    'action[] 备注：各处室每月5日前更新台账',
  ])
})
