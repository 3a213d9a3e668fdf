import { expect, test } from 'vitest'
import { suggestOrigin } from '#core/plan/origin.ts'

test.for([
  ['中共某院党组民主生活会整改方案', 'life-meeting'],
  ['关于巡视反馈意见的整改落实方案', 'inspection-tour'],
  ['市委巡察整改清单', 'local-inspection'],
  ['预算执行审计问题整改方案', 'audit'],
  ['审务督察发现问题整改台账', 'supervision'],
  ['窗口服务自查自纠整改方案', 'self-check'],
  ['二级巡视员分管工作要点', null],
  ['年度重点工作方案', null],
] as const)('%s: %s', ([title, origin]) => {
  expect(suggestOrigin(title)).toBe(origin)
})
