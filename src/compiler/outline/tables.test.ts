import { expect, test } from 'vitest'
import { drawClauses } from '#test/outline/draw.ts'

// Tables drawn with | or TAB: the lines of a document, and its clauses.
const cases = [
  {
    name: 'a drawn table',
    text: [
      '| 序号 | 反馈问题 | 整改措施 | 责任部门 | 完成时限 |',
      '|---|---|---|---|---|',
      '| 1 | 记录不全 | 每月自查1次 | 办公室 | 2026年5月底 |',
      '| | | 每季度抽查1次 | 督查室 | 长期坚持 |',
    ],
    clauses: ['row 1|1 | 记录不全 | 每月自查1次 | 办公室 | 2026年5月底', 'row |每季度抽查1次 | 督查室 | 长期坚持'],
  },
  {
    name: 'a table with TAB, its merged cells lost',
    text: ['工作任务\t时序进度\t考核要点', '建设实训基地\t3月：完成选址\t有选址报告', '6月：开工建设\t签约企业5家'],
    clauses: ['row |建设实训基地 3月：完成选址 有选址报告', 'row |6月：开工建设 签约企业5家'],
  },
  {
    name: 'lines of one cell between and behind the rows, where the cells beside are merged',
    text: [
      '工作任务\t时序进度\t考核要点',
      '做好迎新\t8月：拟方案\t方案2份',
      '9月：办好报到',
      '10月：总结\t总结1份',
      '11月：评比\t评比1次',
      '抓实就业\t5月：走访',
      '走访企业30家',
      '6月：签约\t签约2家',
      '全年：回访',
      '一、其他',
      '每月通报。',
    ],
    clauses: [
      'row |做好迎新 8月：拟方案 方案2份',
      'row |9月：办好报到',
      'row |10月：总结 总结1份',
      'row |11月：评比 评比1次',
      'row |抓实就业 5月：走访',
      'row |走访企业30家',
      'row |6月：签约 签约2家',
      'row |全年：回访',
      'part 一、|其他',
    ],
  },
  {
    name: 'rows with bars behind a heading, one of them like a label line',
    text: [
      '序号|任务|科室|时限',
      '1|巡查2次|水科|6月底',
      '一、服务',
      '2|审批时限：压缩到9个工作日|环评科|3月底',
      '3|每月抽查5家|许可科|12月底',
    ],
    clauses: [
      'row 1|1|巡查2次|水科|6月底',
      'part 一、|服务',
      '  row 2|2|审批时限：压缩到9个工作日|环评科|3月底',
      '  row 3|3|每月抽查5家|许可科|12月底',
    ],
  },
  {
    name: 'a row whose first cells are merged, without bars around',
    text: ['序号 | 措施 | 单位 | 时限', '1 | 每月检查1次 | 资产处 | 6月底', ' | 每季通报1次 | 审计处 | 8月底'],
    clauses: ['row 1|1 | 每月检查1次 | 资产处 | 6月底', 'row |每季通报1次 | 审计处 | 8月底'],
  },
  {
    name: 'a heading of two lines',
    text: ['序号\t问题\t整改措施\t责任\t\t时限', '\t\t\t领导\t单位', '1\t巡查少\t每周巡查2次\t甲川\t执法队\t5月底'],
    clauses: ['row 1|1 巡查少 每周巡查2次 甲川 执法队 5月底'],
  },
  {
    name: 'sections and sums within a table',
    text: [
      '| 序号 | 问题 | 整改措施 | 责任人 |',
      '|---|---|---|---|',
      '| 一、党建方面 | | | |',
      '| 1 | 学习少 | 每月学习1次 | 甲川 |',
      '| 二、业务方面 | | | |',
      '| 2 | 办案慢 | 60日内办结 | 乙山 |',
      '| 合计 | 2 | | |',
    ],
    clauses: [
      'part 一、|党建方面',
      '  row 1|1 | 学习少 | 每月学习1次 | 甲川',
      'part 二、|业务方面',
      '  row 2|2 | 办案慢 | 60日内办结 | 乙山',
    ],
  },
  {
    name: 'a heading that is repeated',
    text: ['序号\t任务\t责任单位', '1\t修路3公里\t交通站', '序号\t任务\t责任单位', '2\t建桥1座\t交通站'],
    clauses: ['row 1|1 修路3公里 交通站', 'row 2|2 建桥1座 交通站'],
  },
  {
    name: 'numbers in cells are no clauses',
    text: ['| 序号 | 整改措施 | 分值 |', '|---|---|---|', '| 1 | 1.每月检查1次；2.每季度通报1次 | （20） |'],
    clauses: ['row 1|1 | 1.每月检查1次；2.每季度通报1次 | （20）'],
  },
  {
    name: 'lines with a stray TAB are text',
    text: ['一、目标', '1.\t每月检查1次。', '责任领导：甲川\t责任人：乙山'],
    clauses: ['part 一、|目标', '  objective 1.|每月检查1次', '    responsibility 责任领导：|甲川'],
  },
  {
    name: 'columns set apart by blanks, a heading between the rows',
    text: [
      '序号  重点任务  具体要求  主办部门  时间节点',
      '一、办案',
      '1  提升质效  每季评查1次  案管办  全年',
      '二、监督',
      '2  记录报告  逐月填报  督察部  每月3日前',
    ],
    clauses: [
      'part 一、|办案',
      '  row 1|1  提升质效  每季评查1次  案管办  全年',
      'part 二、|监督',
      '  row 2|2  记录报告  逐月填报  督察部  每月3日前',
    ],
  },
  {
    name: 'columns of whoever they are for',
    text: ['事项名称\t推进要求\t挂帅领导\t承办站所\t配合村（站）', '饮水\t每月检测1次\t黎望\t水务站\t各村'],
    clauses: ['row |饮水 每月检测1次 黎望 水务站 各村'],
  },
  {
    name: 'a table below the clause it belongs to',
    text: ['一、任务分解', '序号\t任务\t时限', '1\t清淤2公里\t4月底', '二、工作要求', '1.每周调度1次。'],
    clauses: ['part 一、|任务分解', '  row 1|1 清淤2公里 4月底', 'part 二、|工作要求', '  safeguard 1.|每周调度1次'],
  },
]

test.for(cases)('$name', ({ text, clauses }) => {
  expect(drawClauses(text.join('\n'))).toEqual(clauses)
})
