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
  ['班子成员带头到片区宣讲，每年不少于3场', ['per-member']],
  ['部门负责人每人授课不少于1次，全年不少于12期', ['per-member', 'org']],
  ['班子成员每人每年领题1项，10月底前形成调研报告', ['per-member', 'per-member']],
  ['园长每周陪餐1次，账目按月公示', ['leader', 'org']],
  ['各主办单位请于3月5日前将分管领导名单报来，每月10日前报送进展', ['per-unit', 'per-unit']],
  ['由局长任组长、1名副局长任副组长，每两周听取一次汇报', ['org']],
  ['一般干部全年读书笔记不得少于5000字', ['per-member']],
  ['组织各级干部每年至少参观1次', ['org']],
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
  ['加油站每两月检测一次', ['per-unit']],
  ['试点地区要于2026年9月底前制定方案', ['per-unit']],
  ['各省（区、市）应于2026年底前完成核查', ['per-unit']],
  ['2026年6月底前，地方各级人民政府要完成清理', ['per-unit']],
  ['各分公司每月自查1次，集团每半年抽查1次', ['per-unit', 'org']],
  ['培训每个乡镇不少于2期、全县不少于500人次', ['per-unit', 'org']],
  ['对同一企业检查每年不超过2次', ['per-unit']],
  ['党办每季末对各支部学习情况通报一次', ['org']],
] as const)('offices: %s', ([line, scopes]) => {
  expect(scopesOf(line)).toEqual(scopes)
})

test.for([
  ['对每个信访积案明确1名包案人', ['per-case']],
  ['每个问题至少回访2次', ['per-item']],
  ['每项工程至少抽检3次', ['per-item']],
  ['逐案评查不少于1次', ['per-case']],
  ['逐村走访不少于2次', ['per-unit']],
  ['每名出院患者5日内回访', ['per-case']],
  ['对单户贷款500万元以下的小微企业收取的担保费率不超过1%', ['per-case']],
  ['家庭医生每年为签约老人体检1次', ['per-case']],
  ['项目投入使用后4个月内结算，10个月内决算', ['per-case', 'per-case']],
  ['签约项目三个月内开工', ['per-case']],
  ['每班巡检不得少于3次', ['per-item']],
  ['每门课程不少于16课时', ['per-item']],
  ['公告时间不少于15日', ['per-item']],
  ['污染天数不超过4天', ['org']],
] as const)('matters and things: %s', ([line, scopes]) => {
  expect(scopesOf(line)).toEqual(scopes)
})
