import { expect, test } from 'vitest'
import { draftLine } from './read-line.fixture.ts'

/** Whom each promise of a line holds for. */
function scopesOf(line: string): string[] {
  return draftLine(line)
    .filter(({ reading }) => reading.kind !== 'achieved' && reading.kind !== 'undefined')
    .map(({ reading }) => reading.scope.value)
}

test.for([
  ['镇党委书记要扛起第一责任，亲自过问重大事项，每季度主持召开专题会议不少于1次', ['leader']],
  ['车间主任每周带队自查一次', ['per-member']],
  ['法制员要熟悉执法流程，坚持上路巡查，每天不少于5次', ['per-member']],
  ['各街镇要建立清单，明确专人，每周更新一次', ['per-unit']],
  ['驻企第一书记每月到企业不少于4次', ['per-member']],
  ['刑警每月走访重点场所不少于2次', ['per-member']],
  ['客户经理（含外包）每月拜访不少于6户', ['per-member']],
  ['工程师每个工作日巡检1次', ['per-member']],
  ['厂长每学期授课不少于4节，副厂长不少于8节', ['leader', 'leader']],
  ['校长每学期授课不少于4节，副校长不少于8节', ['leader', 'per-member']],
  ['夜间值守人员不少于6人', ['org']],
  ['对后勤等岗位人员按月抽查', ['org']],
  ['提拔交流中层干部不少于5人', ['org']],
  ['主任与职工年内谈心谈话不少于2次', ['leader']],
] as const)('people: %s', ([line, scopes]) => {
  expect(scopesOf(line)).toEqual(scopes)
})

test.for([
  ['窗口单位每月自评一次', ['per-unit']],
  ['二级学院每学期开展检查2次', ['per-unit']],
  ['派出法庭每个工作日汇总一次', ['per-unit']],
  ['落实组织生活制度，支委会每月召开1次', ['per-unit']],
  ['县水利局会同各乡镇每季度开展一次联查', ['org']],
  ['各科室每月报送情况，11月底前完成集中清查', ['per-unit', 'org']],
  ['各科室每月自查一次，11月底前报送总结', ['per-unit', 'per-unit']],
] as const)('offices: %s', ([line, scopes]) => {
  expect(scopesOf(line)).toEqual(scopes)
})

test.for([
  ['对每个信访积案明确1名包案人', ['per-case']],
  ['每个问题至少回访2次', ['per-item']],
  ['每项工程至少抽检3次', ['per-item']],
  ['逐案评查不少于1次', ['per-case']],
  ['逐村走访不少于2次', ['per-unit']],
] as const)('matters and things: %s', ([line, scopes]) => {
  expect(scopesOf(line)).toEqual(scopes)
})
