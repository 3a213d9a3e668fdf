import { expect, test } from 'vitest'
import { drawClauses } from '#test/outline/draw.ts'

// Labels, notes and blocks of answers: the lines of a document, and its clauses.
const cases = [
  {
    name: 'label lines of a finding and of its measure',
    text: [
      '（一）关于督查不力的问题',
      '问题表现：督查流于形式。',
      '整改措施：',
      '1.每月督查1次。',
      '责任领导：甲川',
      '责任部门：督查室',
      '完成时限：2026年6月底',
      '2.通报结果。',
      '责任领导：乙山',
    ],
    clauses: [
      'finding （一）|关于督查不力的问题',
      '  finding 问题表现：|督查流于形式',
      '  measure 整改措施：|',
      '    measure 1.|每月督查1次',
      '      responsibility 责任领导：|甲川',
      '      responsibility 责任部门：|督查室',
      '      responsibility 完成时限：|2026年6月底',
      '    measure 2.|通报结果',
      '      responsibility 责任领导：|乙山',
    ],
  },
  {
    name: 'labels in brackets',
    text: [
      '【问题1】窗口少',
      '【审计发现】3处超时。',
      '【整改措施】增设窗口2个。',
      '【责任单位】政务科',
      '【问题2】排队久',
      '【整改措施】',
      '1、分时预约。',
    ],
    clauses: [
      'finding 【问题1】|窗口少',
      '  finding 【审计发现】|3处超时',
      '  measure 【整改措施】|增设窗口2个',
      '  responsibility 【责任单位】|政务科',
      'finding 【问题2】|排队久',
      '  measure 【整改措施】|',
      '    measure 1、|分时预约',
    ],
  },
  {
    name: 'measures behind a finding that are known by their label lines alone',
    text: [
      '（一）消极执行',
      '问题表现：查控不及时，抽查60件有17件超期。',
      '1.严控节点。30日内查控。',
      '责任部门：执行局',
      '2.规范终本。每半年轮查。',
      '责任部门：立案庭',
    ],
    clauses: [
      'aspect （一）|消极执行',
      '  finding 问题表现：|查控不及时，抽查60件有17件超期',
      '    measure 1.|严控节点',
      '      responsibility 责任部门：|执行局',
      '    measure 2.|规范终本',
      '      responsibility 责任部门：|立案庭',
    ],
  },
  {
    name: 'matters with findings below them',
    text: [
      '某院整改清单',
      '整改事项一 学习不实',
      '具体表现：仅学2次。',
      '整改举措：',
      '（1）每月学习。',
      '整改事项二 调研不深',
      '整改举措：每季调研。',
    ],
    clauses: [
      'finding 整改事项一|学习不实',
      '  finding 具体表现：|仅学2次',
      '  measure 整改举措：|',
      '    measure （1）|每月学习',
      'measure 整改事项二|调研不深',
      '  measure 整改举措：|每季调研',
    ],
  },
  {
    name: 'findings numbered by their label',
    text: [
      '一、整改内容',
      '反馈问题一：学习不系统。',
      '具体表现：记录不全。',
      '整改措施：每月学习2次。',
      '反馈问题二：管理松散',
      '整改措施：每周查岗1次。',
    ],
    clauses: [
      'part 一、|整改内容',
      '  finding 反馈问题一：|学习不系统',
      '    finding 具体表现：|记录不全',
      '    measure 整改措施：|每月学习2次',
      '  finding 反馈问题二：|管理松散',
      '    measure 整改措施：|每周查岗1次',
    ],
  },
  {
    name: 'labels alone in their line, without a colon',
    text: ['（一）纪律松弛', '存在问题', '考勤记录缺失。', '整改措施', '1.每周通报1次。'],
    clauses: ['aspect （一）|纪律松弛', '  finding 存在问题|考勤记录缺失', '  measure 整改措施|', '    measure 1.|每周通报1次'],
  },
  {
    name: 'a label behind a number is part of its title',
    text: ['（一）关于欠款的问题', '目前进展：已收回20万元。', '1.下一步措施：年底前收回80万元。', '责任单位：财务部；配合单位：法务部'],
    clauses: [
      'finding （一）|关于欠款的问题',
      '  item 目前进展：|已收回20万元',
      '    measure 1.|下一步措施：年底前收回80万元',
      '      responsibility 责任单位：|财务部',
    ],
  },
  {
    name: 'a progress label within a numbered list belongs to its item',
    text: ['整改措施：', '1.修订制度。', '进展情况：已修订3项。', '2.开展培训。', '进展情况：已办2期。'],
    clauses: [
      'measure 整改措施：|',
      '  measure 1.|修订制度',
      '    item 进展情况：|已修订3项',
      '  measure 2.|开展培训',
      '    item 进展情况：|已办2期',
    ],
  },
  {
    name: 'label lines set side by side',
    text: ['1.每月检查1次。', '责任领导：甲川　责任部门：质监科\t完成时限：长期坚持', '2.每季度抽检1次。'],
    clauses: ['measure 1.|每月检查1次', '  responsibility 责任领导：|甲川', 'measure 2.|每季度抽检1次'],
  },
  {
    name: 'labels within a paragraph',
    text: ['1.疏浚河道5公里。责任单位：水务局。办结时限：6月底。', '2.植树300亩。牵头单位：林草局；配合单位：各乡镇'],
    clauses: [
      'measure 1.|疏浚河道5公里',
      '  responsibility 责任单位：|水务局',
      'measure 2.|植树300亩',
      '  responsibility 牵头单位：|林草局',
    ],
  },
  {
    name: 'words before a colon that are no label',
    text: ['1.会议强调：要每周调度。', '2.做到三个结合：一是点面结合，二是上下结合。', '3.他指出存在问题：不少。'],
    clauses: [
      'measure 1.|会议强调：要每周调度',
      'measure 2.|做到三个结合',
      '  item 一是|点面结合',
      '  item 二是|上下结合',
      'measure 3.|他指出存在问题：不少',
    ],
  },
  {
    name: 'a label whose answer stands in the next line',
    text: ['1.每周值班1天。', '责任领导：', '分管院长', '2.每月下乡1次。'],
    clauses: ['measure 1.|每周值班1天', '  responsibility 责任领导：|分管院长', 'measure 2.|每月下乡1次'],
  },
  {
    name: 'notes in parentheses',
    text: [
      '（一）扩大绿地。年内新增绿地20亩。（园林局牵头，城管局、各街道配合）',
      '（二）修缮步道（交通局负责）。',
      '（三）做好保洁（由环卫站组织的除外）。',
    ],
    clauses: [
      'measure （一）|扩大绿地',
      '  responsibility |（园林局牵头，城管局、各街道配合）',
      'measure （二）|修缮步道',
      '  responsibility |（交通局负责）',
      'measure （三）|做好保洁（由环卫站组织的除外）',
    ],
  },
  {
    name: 'notes of names alone behind the words of a heading',
    text: [
      '（一）提升效率（区审批局、区市监局）',
      '1.压缩时限三成。',
      '（二）强化评查【区司法局；2027年6月底前】',
      '1.评查2次。',
      '（三）修复国道（云山县）',
    ],
    clauses: [
      'aspect （一）|提升效率',
      '  responsibility |（区审批局、区市监局）',
      '  measure 1.|压缩时限三成',
      'aspect （二）|强化评查',
      '  responsibility |【区司法局；2027年6月底前】',
      '  measure 1.|评查2次',
      'measure （三）|修复国道（云山县）',
    ],
  },
  {
    name: 'a note behind bare words of a heading',
    text: ['（一）优化服务（政务局牵头）', '1.压缩时限三成。', '2.网办率达90%。'],
    clauses: ['part （一）|优化服务', '  responsibility |（政务局牵头）', '  measure 1.|压缩时限三成', '  measure 2.|网办率达90%'],
  },
]

test.for(cases)('$name', ({ text, clauses }) => {
  expect(drawClauses(text.join('\n'))).toEqual(clauses)
})
