import { isQuantity, type Item, type Refiner } from '#compiler/read/item.ts'
import { isTime } from '#compiler/lexicon/unit.ts'
import type { Sentence } from '#compiler/source/sentence.ts'
import { endsInDeed } from './deeds.ts'
import { omit } from './omit.ts'

/** Compared numbers whose noun follows say which things are meant: 18个月以上未结案件, 100万元以上项目, 涉及3个以上部门. */
export const dropQualifiers: Refiner = (draught) => omit(draught, 'qualifier', (item) => isQualifier(draught.sentence, item))

const money = /元$|平方米$|吨$|公里$|千瓦$|人$|级$|层$|米$|亩$/
const targeted = /(?:达到?|不少于|不低于|至少|控制在|压[缩减降]至|提[高升][到至]|降至|降低?到)$/
const closed = /^(?:[,;、。:)(|\t]|$|的?(?:目标|标准|水平|要求|任务)?(?:[,;、。)|\t]|$))/
const deed = /^(?:办结|完成|办理|答复|反馈|处置|到位|整改|送达|出具|培训|学习|学时|开展|以上)/

function isQualifier({ text, parts }: Sentence, item: Item): boolean {
  const part = parts[item.part]
  if (part === undefined || !isQuantity(item.mark)) return false
  const { unit } = item.mark
  const behind = text.slice(item.mark.end, part.end)
  if (isSource(text.slice(part.start, item.mark.start), behind) || isAge(item, behind)) return true
  const suffix = /^(?:\(含\)|及)?(?:以上|以下|以内|左右)/.exec(behind)?.[0] ?? ''
  const tail = behind.slice(suffix.length)
  // 须经3名以上专家论证: how many are needed
  if (/^[名位人]$/.test(unit) && /[须应要需][^,]{0,4}(?:经|由|有|请)$/.test(text.slice(part.start, item.extent.start))) return false
  const measures = isTime(unit) || money.test(unit)
  // 由连续两年以上放宽至一年以上: what one must have to ask for it
  if (/放宽[至到为]$/.test(text.slice(part.start, item.mark.start))) return true
  // 大额合同(100万元以上)
  if (suffix !== '' && measures && tail.startsWith(')') && text.charAt(item.mark.start - 1) === '(') return true
  // 超过6个月未办结的案件, 超过20万元的采购
  if (suffix === '') return item.comparator.value === '>' && measures && !closed.test(tail)
  if (closed.test(tail) || deed.test(tail) || targeted.test(text.slice(item.extent.start, item.mark.start))) return false
  const lead = text.slice(part.start, item.extent.start)
  if (unit === '%') return /(?:超|占|持股|控股|持有|涉及|增长|下降)[^,]{0,4}$/.test(lead)
  return measures || (!endsInDeed(lead) && !/[年月季周日天人名个][^,]{0,12}$/.test(lead))
}

/** 由54%提高到60%: the figure it starts from. */
function isSource(lead: string, tail: string): boolean {
  return /[由从][^,]{0,6}$/.test(lead) && /^[^,]{0,6}(?:提|增|升|扩|压|降|减|缩|调|改|变)[^,]{0,4}[到至为]/.test(tail)
}

/** A time or an amount that describes the noun behind it: 18个月未结案件, 连续3年亏损. */
function isAge(item: Item, tail: string): boolean {
  return isTime(item.mark.type === 'quantity' ? item.mark.unit : '') && !item.isCompared && /^(?:未|没有|无|的|期|制|来|间)/.test(tail)
}
