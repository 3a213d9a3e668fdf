import { expect, test } from 'vitest'
import { drawAnswers } from '#test/outline/draw.ts'

// Who answers: the lines of a document, and what holds for each clause, by its marker.
const cases = [
  {
    name: 'leading, supporting, answering',
    text: [
      '1.甲事。（甲局牵头，乙局、丙局负责）',
      '2.乙事。（甲局、乙局负责）',
      '3.丙事。（甲局牵头，会同乙局、丙办落实）',
      '4.丁事。（甲局负责，乙局、各县区配合）',
    ],
    answers: {
      '1.': '牵头 甲局 配合 乙局、丙局',
      '2.': '牵头 甲局、乙局',
      '3.': '牵头 甲局 配合 乙局、丙办',
      '4.': '牵头 甲局 配合 乙局、各县区',
    },
  },
  {
    name: 'the first one leads where the document says so',
    text: ['列第一位的为牵头单位。', '1.甲事。（甲局、乙局、丙局负责）', '2.乙事。（丁局牵头，戊局参与）'],
    answers: { '1.': '牵头 甲局 配合 乙局、丙局', '2.': '牵头 丁局 配合 戊局' },
  },
  {
    name: 'other words for the first one that leads',
    text: ['首位单位为牵头单位。', '1.甲事。（甲局、乙局负责）'],
    answers: { '1.': '牵头 甲局 配合 乙局' },
  },
  {
    name: 'headings that name who answers for all below',
    text: [
      '某县清单',
      '一、县税务局牵头的任务',
      '1.压减时间一成。',
      '二、县住建局（1项）',
      '1.每季检查。（质安站负责）',
      '三、其他',
      '1.每月调度。',
    ],
    answers: { '一、': '牵头 县税务局', '1.': '牵头 质安站', '二、': '牵头 县住建局' },
  },
  {
    name: 'headings of which only some name a body',
    text: ['某县清单', '一、办公室', '1.压减文件。', '二、党建引领', '1.每季检查。', '三、财务科', '1.每月对账。'],
    answers: {},
  },
  {
    name: 'label lines without colons, with the answer in the line below',
    text: [
      '某院清单',
      '问题一：会风不实',
      '整改措施：每月1次。',
      '责任领导',
      '甲川',
      '责任单位',
      '办公室、财务科',
      '完成时限',
      '立行立改',
      '问题二：其他',
    ],
    answers: { '问题一：': '领导 甲川 牵头 办公室、财务科 immediate', '整改措施：': '领导 甲川 牵头 办公室、财务科 immediate' },
  },
  {
    name: 'records that open with who answers',
    text: [
      '某县化解任务表',
      '包案领导：甲川；化解期限：9月底；信访件：欠款；化解措施：每月约访。责任单位：甲局',
      '包案领导：乙山；化解期限：10月底；信访件：征地；处置措施：每周调度。责任单位：乙局',
    ],
    answers: { '化解措施：': '领导 甲川 牵头 甲局 staged', '处置措施：': '领导 乙山 牵头 乙局 staged' },
  },
  {
    name: 'names alone behind the full stop',
    text: ['列第一位的为牵头单位。', '1.甲事办好。（甲局、乙局）', '2.乙事办好。（▲丁局、戊局）'],
    answers: { '1.': '牵头 甲局 配合 乙局', '2.': '牵头 丁局 配合 戊局' },
  },
  {
    name: 'two posts of one person',
    text: ['1.甲事。（责任领导：党组成员、副局长 虞承泽；责任科室：督查科）'],
    answers: { '1.': '领导 虞承泽 牵头 督查科' },
  },
  {
    name: 'labels within a note',
    text: [
      '1.甲事。（责任单位：甲局、乙局；配合单位：丙局；责任人：丁一；完成时限：2026年9月底）',
      '2.乙事。（牵头领导：甲川，责任科室：督查科）',
    ],
    answers: { '1.': '牵头 甲局、乙局 配合 丙局 责任人 丁一 staged', '2.': '领导 甲川 牵头 督查科' },
  },
  {
    name: 'groups and manners of speech',
    text: [
      '1.甲事。（甲部、乙部等国务院相关部门及各地区按职责分工负责）',
      '2.乙事。（甲局等按职责分工负责）',
      '3.丙事。（文化和旅游局、办公室和政治部负责）',
    ],
    answers: { '1.': '牵头 甲部、乙部、国务院相关部门、各地区', '2.': '牵头 甲局', '3.': '牵头 文化和旅游局、办公室、政治部' },
  },
  {
    name: 'offices whose names hold a verb',
    text: ['1.甲事。（应急局、督查落实科、参与办牵头）'],
    answers: { '1.': '牵头 应急局、督查落实科、参与办' },
  },
  {
    name: 'label lines hold for the measure above',
    text: ['1.甲事。', '责任领导：甲 川', '责任部门：财务科、办公室', '配合部门：无', '责任人：乙山 丙海', '2.乙事。', '责任部门：/'],
    answers: { '1.': '领导 甲川 牵头 财务科、办公室 责任人 乙山、丙海' },
  },
  {
    name: 'who is marked as leading leads, the others support',
    text: ['（一）学风不实', '1.每月学习。', '责任部门：风险部（牵头）、公司部'],
    answers: { '1.': '牵头 风险部 配合 公司部' },
  },
  {
    name: 'numbered lines that say who answers',
    text: [
      '（一）用药不严',
      '1.存在问题：甲乙。',
      '2.整改措施：每周抽查。',
      '3.责任科室：药学科，协同科室：信息科',
      '4.完成时限：长期坚持',
      '（二）其他',
    ],
    answers: {
      '（一）': '牵头 药学科 配合 信息科 standing',
      '1.': '牵头 药学科 配合 信息科 standing',
      '2.': '牵头 药学科 配合 信息科 standing',
    },
  },
  {
    name: 'a post before a name is none',
    text: ['（一）学风不实', '1.每月学习。', '责任领导：副校长　甲川山'],
    answers: { '1.': '领导 甲川山' },
  },
  {
    name: 'a record of labels under its number',
    text: [
      '某行整改台账',
      '单位：万元。',
      '问题编号：JG-01',
      '监管意见：学风不实。',
      '整改要求：每月学习。',
      '责任部门：风险部',
      '销号标准：2026年度无迟报',
      '问题编号：JG-02',
      '整改要求：每季测试。',
      '责任部门：合规部',
    ],
    answers: {
      '问题编号：JG-01': '牵头 风险部',
      '监管意见：': '牵头 风险部',
      '问题编号：JG-02': '牵头 合规部',
      '整改要求：': '牵头 合规部',
    },
  },
  {
    name: 'one block behind several measures holds for all of them',
    text: ['（一）学风不实', '整改措施：', '1.每月学习。', '2.每季测试。', '责任领导：甲川', '完成时限：立行立改'],
    answers: { '整改措施：': '领导 甲川 immediate', '1.': '领导 甲川 immediate', '2.': '领导 甲川 immediate' },
  },
  {
    name: 'a block behind each measure holds for that one',
    text: ['（一）学风不实', '1.每月学习。', '责任领导：甲川', '2.每季测试。', '责任领导：乙山'],
    answers: { '1.': '领导 甲川', '2.': '领导 乙山' },
  },
  {
    name: 'one note behind 一是…二是… holds for all',
    text: ['（一）守护校园。一是夯实人防；二是完善技防。（总务处负责）'],
    answers: { '（一）': '牵头 总务处', 一是: '牵头 总务处', 二是: '牵头 总务处' },
  },
  {
    name: 'one note behind （一）…（二）… in a line holds for both',
    text: ['第四条 整治内容：（一）矿井每旬自查；（二）隐患限期整改。（安监部负责）', '第五条 其他。'],
    answers: { 第四条: '牵头 安监部', '（一）': '牵头 安监部', '（二）': '牵头 安监部' },
  },
  {
    name: 'labels parted by blanks, names and days without labels, 以上由',
    text: [
      '1.甲事（责任单位：甲局 完成时限：2027年10月）',
      '2.乙事。【乙部 3月8日前】',
      '3.丙事。',
      '4.丁事。',
      '（以上事项均由丙局负责）',
    ],
    answers: { '1.': '牵头 甲局 staged', '2.': '牵头 乙部 staged', '4.': '牵头 丙局' },
  },
  {
    name: 'a label line above all clauses holds for all',
    text: ['某县要点', '责任单位：甲局', '一、路网', '1.修路3公里。', '2.修桥1座。（乙科负责）'],
    answers: { '一、': '牵头 甲局', '1.': '牵头 甲局', '2.': '牵头 乙科' },
  },
  {
    name: 'a paragraph behind the last clause has none of its answers',
    text: [
      '某局整改清单',
      '问题一：记录不全',
      '整改措施：每月抽查。',
      '责任单位：质安站',
      '问题二：排查不深',
      '整改措施：每周排查。',
      '责任单位：房管所',
      '每月报送进展。',
    ],
    answers: { '问题一：': '牵头 质安站', '整改措施：': '牵头 房管所', '问题二：': '牵头 房管所' },
  },
  {
    name: 'what a heading says holds below it',
    text: ['（一）优化服务（政务局牵头，数据局配合）', '1.压缩时限三成。', '2.网办率达90%。（数据局负责）', '（二）其他'],
    answers: { '（一）': '牵头 政务局 配合 数据局', '1.': '牵头 政务局 配合 数据局', '2.': '牵头 数据局' },
  },
  {
    name: 'leaders named above stay with offices named below',
    text: ['（一）规范执法', '1.每月评查。', '责任科室：法规科', '2.公示案件。', '责任科室：执法科', '责任领导：甲川'],
    answers: { '1.': '牵头 法规科', '2.': '领导 甲川 牵头 执法科' },
  },
  {
    name: 'merged cells of a drawn table',
    text: [
      '| 序号 | 措施 | 责任领导 | 责任单位及责任人 | 时限 |',
      '|---|---|---|---|---|',
      '| 1 | 每月检查1次 | 甲川 | 安监办 乙山 | 2026年6月底 |',
      '| | 整改全部隐患 | | | |',
    ],
    answers: { '1': '领导 甲川 牵头 安监办 责任人 乙山 staged', 整改全部: '领导 甲川 牵头 安监办 责任人 乙山 staged 2026-06-30' },
  },
  {
    name: 'what the words of a limit say',
    text: [
      '| 序号 | 措施 | 整改时限 | 整改类型 |',
      '|---|---|---|---|',
      '| 1 | 甲 | 立行立改 | |',
      '| 2 | 乙 | 2026年5月底，长期坚持 | |',
      '| 3 | 丙 | 持续推进 | |',
      '| 4 | 丁 | | 分阶段整改 |',
    ],
    answers: { '1': 'immediate', '2': 'staged', '3': 'standing', '4': 'staged' },
  },
  {
    name: 'merged cells of a flattened table',
    text: ['任务\t时序进度\t责任部门', '迎新\t8月：拟方案\t学生处', '9月：办好报到', '就业\t5月：走访\t就业处'],
    answers: { '迎新\t8': '牵头 学生处', '9月：办': '牵头 学生处', '就业\t5': '牵头 就业处' },
  },
  {
    name: 'a schedule dates its row',
    text: [
      '2026年任务表',
      '任务\t时序进度\t考核要点',
      '选址\t3月：踏勘\t踏勘5处',
      '开工\t9到12月推进\t开工3处',
      '验收\t全年：组织验收\t验收1次',
    ],
    answers: { '选址\t3': '2026-03-31', '开工\t9': '2026-12-31', '验收\t全': '2026-12-31' },
  },
]

test.for(cases)('$name', ({ text, answers }) => {
  expect(drawAnswers(text.join('\n'))).toEqual(answers)
})
