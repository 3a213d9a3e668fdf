import { expect, test } from 'vitest'
import { readSubLedger } from './read-sub-ledger.ts'

const HEAD = ['序号', '整改措施', '责任单位', '完成时限', '已完成/应完成', '是否销号']
const sheet = (...rows: readonly (readonly string[])[]) => rows.map((cells, index) => ({ row: index + 1, cells }))

test('rows under a title are read with the addresses of their cells', () => {
  const outcome = readSubLedger(
    sheet(['办公室分台账'], HEAD, ['１-1-1', ' 组织专题学习 ', '办公室、政治部', '2026年12月', '8/12', '未销号'], ['', '', '', '', '', '']),
  )
  expect(outcome).toMatchObject({
    ok: true,
    value: [
      {
        row: 3,
        ref: '1-1-1',
        text: '组织专题学习',
        orgs: ['办公室', '政治部'],
        due: '2026年12月',
        actual: '8',
        required: '12',
        isDone: false,
        cells: { ref: 'A3', figure: 'E3' },
      },
    ],
  })
})

test.for([
  ['8 次', '8', null],
  ['已开展8次,应完成12次', '8', '12'],
  ['85.5%', '85.5', null],
  ['正在推进', null, null],
] as const)('%s holds %s of %s', ([cell, actual, required]) => {
  const outcome = readSubLedger(sheet(HEAD, ['1', '学习', '', '', cell, '']))
  expect(outcome).toMatchObject({ value: [{ actual, required }] })
})

test.for([
  ['已销号', true],
  ['是', true],
  ['√', true],
  ['已完成整改', true],
  ['未完成', false],
  ['正在推进，已完成一半', false],
  ['阶段性完成', false],
  ['', null],
  ['见附件', null],
] as const)('state %s: %s', ([cell, isDone]) => {
  expect(readSubLedger(sheet(HEAD, ['1', '学习', '', '', '', cell]))).toMatchObject({ value: [{ isDone }] })
})

test.for([
  ['a sheet of something else', sheet(['姓名', '电话'], ['甲', '1']), 'no-header'],
  ['a header alone', sheet(HEAD), 'no-rows'],
  ['nothing', [], 'no-header'],
  ['too many rows', sheet(HEAD, ...Array.from({ length: 5001 }, (_, n) => [String(n), '学习'])), 'too-many-rows'],
] as const)('%s is refused', ([, rows, code]) => {
  expect(readSubLedger(rows)).toMatchObject({ ok: false, refusal: { code } })
})
