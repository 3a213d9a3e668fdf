import { expect, test } from 'vitest'
import { fold } from '#compiler/source/fold.ts'
import { findDocumentDates } from './document-day.ts'

test.for([
  ['整改方案\n（2026年1月6日院党组会议通过）\n3月底前完成。', '整改方案', '2026-01-06', null],
  ['整改方案\n正文提到2025年11月3日反馈。\n某某局\n2026年1月15日\n', '整改方案', '2026-01-15', null],
  ['通知\n国办发〔2019〕3号\n正文。\n2019年1月9日\n（此件公开发布）', '通知', '2019-01-09', null],
  ['2027年重点任务分工\n正文。\n2026年12月28日', '2027年重点任务分工', '2026-12-28', 2027],
  ['2026年重点任务分工\n正文。', '2026年重点任务分工', null, 2026],
  ['2025年度民主生活会整改方案\n时间:2026-01-31\n正文。', '2025年度民主生活会整改方案', '2026-01-31', null],
  ['实施细则\n依据县委〔2026〕12号文件制定。', '实施细则', null, 2026],
  ['正文，2026年12月31日前完成。', '', null, null],
  ['', '', null, null],
] as const)('%j', ([text, title, day, titleYear]) => {
  expect(findDocumentDates(fold(text), title)).toMatchObject({ day, titleYear })
})
