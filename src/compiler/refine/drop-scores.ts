import { isQuantity, type Refiner } from '#compiler/read/item.ts'
import { omit } from './omit.ts'

const subsidy = /(?:补贴|补助|奖励|奖补|奖金|资助|罚款|处以|罚|扣款|津贴|面额|面值|悬赏|最高给予|给予|酬)[^,;。]{0,8}$/
const subsidyBehind = /^[^,;。]{0,6}(?:奖励|补助|补贴|奖补|资助|罚款|的?标准)/

/** 扣减绩效5%—20% */
const fine = /(?:扣减|扣罚|扣发|扣除|核减|停发)[^,;。]{0,8}(?:绩效|奖金|工资|薪酬|补贴|奖励|经费|费用|合同款)[^,;。]{0,4}$/

/** Leaves out points of a score (满分100分, 扣0.5分) and standards of money given to one (每户补贴800元, 最高奖励300万元). */
export const dropScores: Refiner = (draught) => {
  const { text } = draught.sentence
  const scores = omit(draught, 'score', ({ mark, isCompared, extent }) => {
    if (!isQuantity(mark) || mark.unit !== '分') return false
    return !isCompared || /(?:扣|加|减|计|得|占|记|赋)[^,;。]{0,4}$/.test(text.slice(0, extent.start))
  })
  const fines = omit(scores, 'score', ({ mark, extent }) => isQuantity(mark) && mark.unit === '%' && fine.test(text.slice(0, extent.start)))
  return omit(fines, 'subsidy', ({ mark, extent }) => {
    if (!isQuantity(mark) || !mark.unit.endsWith('元')) return false
    const lead = text.slice(Math.max(0, extent.start - 14), extent.start)
    return (subsidy.test(lead) && !/资金|[退收追缴清]/.test(lead)) || subsidyBehind.test(text.slice(extent.end, extent.end + 12))
  })
}
