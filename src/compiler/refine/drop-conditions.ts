import type { Item, Refiner } from '#compiler/read/item.ts'
import type { Sentence } from '#compiler/source/sentence.ts'
import { holdsDeed } from './deeds.ts'
import { omit } from './omit.ts'

/** Words right before a number that make it the trigger of a consequence: 连续3个月, 逾期2次, 超期7天, 累计3次. */
const trigger =
  /(?:连续|逾期|超期|超时限?|迟报|漏报|瞒报|延误|延期|累计|累积|被[\u4e00-\u9fff]{0,4}|发生|出现|受到|排名|排在|倒数|排名[前后]|凡|(?<![修学听驻值住干])满|每逾|每超|每少|每发生|每发现)(?:达到?|超过|超|满)?$/
/** What follows a trigger: 的予以约谈, 的单位. */
const consequence =
  /^(?:[\u4e00-\u9fff]{0,10})?的(?:,|$|予以|给予|由|要(?!求)|应(?![急用知届有收付对变])|须|将|评[为定]|定为|列为|视为|认定|进行|实行|一律|责令|按|取消|扣|不得|清[出退]|退出|列入|一票|从严|严肃|通报|约谈|追究|问责|免|停|暂停|加[倍重])/
/** 对连续3年考核末位的单位: only where the part takes them up. */
const addressed = /^(?:[\u4e00-\u9fff]{0,10})?的(?:单位|部门|地区|干部|责任|人员|企业|案件|项目|同志|县|乡|镇|街道|科室)/
/** 可对单户500万元及以下、费率不超过1%的业务给予补贴: what is said of the ones taken up. */
const described =
  /^[^,;]{0,20}的[^,;的]{0,4}(?:业务|主体|企业|单位|商户|用户|家庭|对象|行为|项目|机构|人员)(?:给予|予以|可|按|实行|适当|优先)/

/** 执行率低于序时进度10个百分点的部门, 得分低于80分的单位: who falls short. */
const short = /(?<!不|不得|不能)(?:低于|少于|不足|不到|落后|滞后|未达到?|达不到|高于|超过|超出|偏离)[^,]{0,12}$/
/** 2年内不再合作, 3个月内不予受理: what follows, for how long. */
const sanction = /^(?:不再|不得|不予|不准|禁止|取消|暂停|停止|限制|不参与|不纳入)/

/** Leaves out numbers that only say when a consequence follows: 连续2次迟报的予以约谈, 一年内两次被约谈的，取消评优资格. */
export const dropConditions: Refiner = (draught) => omit(draught, 'condition', (item) => isCondition(draught.sentence, item))

/** 推送岗位累计2000个以上: the sum of a deed, with nothing that follows from it. */
function isSum({ text, parts }: Sentence, item: Item, lead: string): boolean {
  const end = parts[item.part]?.end ?? text.length
  return /累计(?:达到?)?$/.test(lead) && holdsDeed(lead) && item.extent.end === end && item.isCompared
}

function isCondition(sentence: Sentence, item: Item): boolean {
  const part = sentence.parts[item.part]
  if (part === undefined) return false
  const { text } = sentence
  // A part that ends in 的 before a comma names the case, not the promise; what stands behind its dates and limits does.
  if (/[的者]/.test(text.charAt(part.end - 1)) && text.charAt(part.end) === ',') return true
  const lead = text.slice(part.start, item.anchor.start)
  if (item.kind === 'coverage') return false
  // 年底前累计上线120个: 累计 of a promised sum is no trigger.
  if (trigger.test(lead)) return !/[年底]前.{0,12}累计$/.test(lead) && !isSum(sentence, item, lead)
  if (/(?:达到|完成|确保|实现)$/.test(text.slice(part.start, item.extent.start))) return false
  const tail = text.slice(item.extent.end, Math.min(part.end, item.extent.end + 18))
  if (addressed.test(tail) && short.test(text.slice(part.start, item.mark.start))) return true
  if (item.kind === 'deadline' && item.value !== null && sanction.test(tail)) return true
  // 执行率低于50%的项目
  // 考核低于80分扣款5%
  if (/^[<>]$/.test(item.comparator.value) && /^(?:的|扣|罚|约谈|通报|停|取消|予以|不予|不得|重新|清退)/.test(tail)) return true
  if (/(?:^|[可应要方])对[^,;]*$/.test(lead) && described.test(text.slice(item.extent.end, part.end))) return true
  return consequence.test(tail) || (addressed.test(tail) && /^(?:对|凡|将|把|如|若)/.test(lead))
}
