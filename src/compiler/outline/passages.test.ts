import { expect, test } from 'vitest'
import { drawPassages } from '#test/outline/draw.ts'

// What is read and how: the lines of a document, and its passages in order, `role[column] text`.
const cases = [
  {
    name: 'what stands before the first clause: aims and instructions go on, what was done is told',
    text: [
      '某市行动方案',
      '近年来，全市已建成20所。到2028年，建设50所。推动建设30个基地。',
      '各县(区)、开发区和成员单位(详见分工)要认真制定方案，于3月15日前报备。每季度报送一次进展。',
      '一、重点任务',
      '1.每月调度。',
    ],
    passages: [
      'history 近年来，全市已建成20所。',
      'objective 到2028年，建设50所。推动建设30个基地。',
      'objective 各县(区)、开发区和成员单位(详见分工)要认真制定方案，于3月15日前报备。每季度报送一次进展。',
      'title 重点任务',
      'action 每月调度。',
    ],
  },
  {
    name: 'an analysis of figures tells what was, whatever its headings name, until it turns to what comes next',
    text: ['某局上半年运行态势分析', '一、办结指标', '上半年受理90件，办结率为95%，达到要求。', '二、下一步工作', '每月通报1次。'],
    passages: ['title 办结指标', 'history 上半年受理90件，办结率为95%，达到要求。', 'title 下一步工作', 'action 每月通报1次。'],
  },
  {
    name: '下一步，一是…二是… at the end of a report',
    text: ['整改情况报告', '一、整改情况', '1.建平台。建成3个。', '2.强锻炼。选派9人。', '下一步，一是每年审计30家；二是三年内全覆盖。'],
    passages: [
      'title 整改情况',
      'title 建平台',
      'history 建成3个。',
      'title 强锻炼',
      'history 选派9人。',
      'action 下一步，',
      'action 每年审计30家；',
      'action 三年内全覆盖。',
    ],
  },
  {
    name: 'a report of work done that turns to what comes next',
    text: ['整改情况报告', '一、整改情况', '1.系统建设。已建成一期；今后，9月底前建成二期。另增设站点3个。', '2.清欠。已收回8万元。'],
    passages: [
      'title 整改情况',
      'title 系统建设',
      'history 已建成一期；',
      'action 今后，9月底前建成二期。另增设站点3个。',
      'title 清欠',
      'history 已收回8万元。',
    ],
  },
  {
    name: 'findings are history, measures are action, headings are titles',
    text: ['一、存在问题', '（一）学习不够。仅学3次。', '二、整改措施', '（一）加强学习。每月学习2次。', '存在问题：去年仅查5次。'],
    passages: [
      'title 存在问题',
      'title 学习不够',
      'history 仅学3次。',
      'title 整改措施',
      'title 加强学习',
      'action 每月学习2次。',
      'history 去年仅查5次。',
    ],
  },
  {
    name: 'a report: what was done, and what will be',
    text: [
      '关于审计整改情况的报告',
      '一、整改完成情况',
      '1.关于挪用的问题。已收回5万元。',
      '二、下一步打算',
      '1.建章立制。年内出台制度2项。',
    ],
    passages: [
      'title 整改完成情况',
      'title 关于挪用的问题',
      'history 已收回5万元。',
      'title 下一步打算',
      'title 建章立制',
      'action 年内出台制度2项。',
    ],
  },
  {
    name: 'goals, frames and principles',
    text: [
      '一、总体要求',
      '（一）指导思想。以人为本。',
      '（二）工作目标。到2027年达标率95%。',
      '（三）基本原则。坚持问题导向。',
      '二、重点任务',
      '1.达标改造12处。',
    ],
    passages: [
      'title 总体要求',
      'title 指导思想',
      'history 以人为本。',
      'title 工作目标',
      'objective 到2027年达标率95%。',
      'title 基本原则',
      'history 坚持问题导向。',
      'title 重点任务',
      'action 达标改造12处。',
    ],
  },
  {
    name: 'a preamble but for its instructions',
    text: ['整治方案', '去年共查处8起。请各单位于每月5日前报送进展。', '1.每月检查1次。'],
    passages: ['history 去年共查处8起。', 'objective 请各单位于每月5日前报送进展。', 'action 每月检查1次。'],
  },
  {
    name: 'a single line that promises is no title',
    text: ['1.1月底前完成清查', '2.清查工作要求', '每户上门2次。', '3.2026年清退超标住房30套：', '（1）逐户核对。'],
    passages: [
      'action 1月底前完成清查',
      'title 清查工作要求',
      'action 每户上门2次。',
      'action 2026年清退超标住房30套：',
      'action 逐户核对。',
    ],
  },
  {
    name: 'the words between a part and its clauses',
    text: ['一、整改措施', '围绕3类问题，制定以下措施。', '（一）加强培训。全年4期。'],
    passages: ['title 整改措施', 'objective 围绕3类问题，制定以下措施。', 'title 加强培训', 'action 全年4期。'],
  },
  {
    name: 'what stands above the measures of an aspect',
    text: ['（一）服务意识不强', '窗口人员少，投诉12起。', '整改措施：', '1.增设窗口3个。'],
    passages: ['title 服务意识不强', 'history 窗口人员少，投诉12起。', 'action 增设窗口3个。'],
  },
  {
    name: 'time limits by line, note and cell',
    text: ['1.修订规程。', '完成时限：2026年6月底，长期坚持', '2.更换设备5台。（设备科负责，9月底前完成）'],
    passages: ['action 修订规程。', 'timeLimit 2026年6月底，长期坚持', 'action 更换设备5台。', 'timeLimit 9月底前完成'],
  },
  {
    name: 'cells by their columns',
    text: ['序号\t存在问题\t整改措施\t评分标准\t进展情况\t整改时限', '1\t台账缺3本\t补建台账3本\t少1本扣2分\t已补1本\t4月底'],
    passages: [
      'history[存在问题] 台账缺3本',
      'action[整改措施] 补建台账3本',
      'history[评分标准] 少1本扣2分',
      'history[进展情况] 已补1本',
      'timeLimit[整改时限] 4月底',
    ],
  },
  {
    name: 'a schedule that is only a date',
    text: ['序号\t任务\t时序进度', '1\t修订预案5份\t6月底前', '2\t演练2次\t9月：方案；11月：演练'],
    passages: ['action[任务] 修订预案5份', 'timeLimit[时序进度] 6月底前', 'action[任务] 演练2次', 'action[时序进度] 9月：方案；11月：演练'],
  },
  {
    name: 'behind a note something new begins',
    text: ['（一）推进改革。出台方案1个。（改革办负责）各单位要认真落实。'],
    passages: ['title 推进改革', 'action 出台方案1个。', 'action 各单位要认真落实。'],
  },
  {
    name: 'a closing paragraph behind the answers of the last measure',
    text: ['1.每月对账1次。', '责任部门：财务科', '各部门每月底前报送情况。'],
    passages: ['action 每月对账1次。', 'action 各部门每月底前报送情况。'],
  },
  {
    name: 'remarks are read, what explains them is not',
    text: ['1.清欠50万元。', '注：1.各单位每月3日前更新；2.金额按统计口径填列。'],
    passages: ['action 清欠50万元。', 'action 注：1.各单位每月3日前更新；', 'history 2.金额按统计口径填列。'],
  },
]

test.for(cases)('$name', ({ text, passages }) => {
  expect(drawPassages(text.join('\n'))).toEqual(passages)
})
