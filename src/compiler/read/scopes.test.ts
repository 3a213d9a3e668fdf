import { expect, test } from 'vitest'
import { draftLine } from './read-line.fixture.ts'

test.for([
  ['庭长每月抽查庭审录像2次', ['leader']],
  ['推行“楼长制”，消防器材每季度检查1次', ['org']],
  ['成立由区委书记任组长的工作领导小组，每季度研究1次', ['org']],
  ['副镇长带头走访，护林员每天巡护不少于2遍', ['per-member']],
  ['各资产管理单位每半年盘点1次', ['per-unit']],
  ['电影院、剧院等场所每季度组织疏散演练1次', ['per-unit']],
  ['锅炉每半年检修1次', ['per-item']],
  ['发言单次不超过10分钟', ['per-item']],
  ['对失能老年人按月回访', ['per-case']],
  ['案件平均审理天数压缩至60天以内', ['per-case']],
  ['本方案印发后20日内制定清单', ['org']],
  ['收到反馈意见之日起，20个工作日内报送方案', ['org']],
  ['村级文化服务中心每季度开展活动不少于1场次', ['per-unit']],
  ['一线员工每年培训不得少于24学时', ['per-member']],
  ['课题负责人须参加不少于4学时的培训', ['per-member']],
  ['自受理之日起20日内答复', ['per-case']],
  ['区级领导每人联系2家商户，9月底前走访完毕', ['per-member', 'org']],
  ['班子成员每月下沉不少于2次，每季度召开1次座谈会', ['per-member', 'org']],
  ['对所属企业每年轮查一遍', ['per-unit']],
  ['县级河长每月巡河不少于2次', ['per-member']],
  ['班子成员每年到联系的基层法院和人民法庭蹲点不少于30天', ['per-member']],
  ['基层法院每季度自查1次', ['per-unit']],
] as const)('%s holds for %s', ([line, scopes]) => {
  const read = draftLine(line).filter(({ reading }) => reading.kind !== 'achieved')
  expect(read.map(({ reading }) => reading.scope.value)).toEqual(scopes)
})
