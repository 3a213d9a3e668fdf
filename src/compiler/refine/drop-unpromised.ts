import { isQuantity, type Draughted, type Item, type Refiner } from '#compiler/read/item.ts'
import type { Mark, QuantityMark } from '#compiler/recognise/mark.ts'
import { isTime } from '#compiler/lexicon/unit.ts'
import { endsInDeed, holdsDeed } from './deeds.ts'
import { omit } from './omit.ts'

/** Before a number these make it the object of the sentence, not its result: 对13个问题, 将11个项目, 剩余6个. */
const known =
  /(?:[对就把将按从向以在给由给的]|针对|围绕|聚焦|按照|根据|通过|结合|涉及|反馈的?|查摆的?|剩余|其余|其他|现有|原有|辖区|全[市县区省国院局]|上述|所列|以上|这|该|前|后|等|为|是|属|本|各)$/
/** Nouns of a text that counts itself: 6个方面, 13个问题, 18项任务. */
const selfCount =
  /^(?:大|个|类|项)?(?:具体|突出|重点|主要|整改|反馈|共性|个性)?(?:方面|维度|环节|层面|阶段|步骤|部分|问题|任务|领域|重点|关键|类别|板块|层次|结合|坚持|到位|原则)/
const stages = /^(?:大|个|类|项)?(?:方面|维度|层面|阶段|步骤|环节|原则|板块|层次)/
const occasions = /^(?:次|场|期|遍|轮|回|届|课|讲|天|小时|学时|课时)$/

/**
 * Leaves out numbers without a comparing word that nothing promises: 13个问题, 3名副院长, 四级.
 * A bare number is a promise as the result of a deed (建成3个, 举办培训班4期), or with a recurrence (每季度召开1次).
 */
export const dropUnpromised: Refiner = (draught) => {
  const kept: Item[] = []
  for (const item of draught.items) if (isPromised(draught, item, kept.at(-1))) kept.push(item)
  return omit(draught, 'not-promised', (item) => !kept.includes(item))
}

function isPromised(draught: Draughted, item: Item, previous: Item | undefined): boolean {
  if (!isQuantity(item.mark)) return true
  const { text, parts } = draught.sentence
  const part = parts[item.part]
  if (part === undefined) return false
  const lead = text.slice(part.start, item.mark.start)
  const tail = text.slice(item.mark.end, part.end)
  if (item.isCompared) return item.mark.unit !== '级' || item.comparator.value !== '='
  if (item.mark.isAbout || item.mark.unit === '分' || item.mark.unit === '倍') return false
  if (item.kind === 'ratio') return isLevel(lead, tail)
  if (item.kind === 'trend') return !/(?:占|超)$/.test(lead)
  if (isTime(item.mark.unit)) return item.period !== null && !/^(?:内|后|前|以)/.test(tail)
  if (stages.test(tail) && !occasions.test(item.mark.unit)) return false
  if (selfCount.test(tail) && !occasions.test(item.mark.unit) && !endsInDeed(lead)) return false
  if (item.period !== null) return !known.test(lead) || occasions.test(item.mark.unit)
  const isDated = draught.marks.some((mark) => isGoverning(mark) && mark.start >= part.start && mark.end <= item.mark.start)
  if (lead.endsWith('等')) return holdsDeed(lead) && isDated
  return isResult(lead, tail, item.mark, isDated, previous !== undefined && previous.part === item.part && isQuantity(previous.mark))
}

function isGoverning(mark: Mark): boolean {
  return mark.type === 'date' && (mark.edge === 'by' || mark.edge === 'in')
}

/** 检查覆盖率100%, 列养率100%: a share of something that is a rate, at the end of its part. */
function isLevel(lead: string, tail: string): boolean {
  return /(?:率|度|比例|占比|比重|面)(?:均|都|必须|要|应)?$/.test(lead) || (/(?:100|百)/.test(lead + tail) && tail === '')
}

/** Whether a bare number is the result of a deed before it: 改造14个小区, 清理企业4户, 举办培训班4期、讲座2场. */
function isResult(lead: string, tail: string, mark: QuantityMark, isDated: boolean, follows: boolean): boolean {
  if (/(?:选取|选定|选择|剖析|解剖)[^,]{0,30}的$/.test(lead)) return true
  if (known.test(lead) && !/[与为]$/.test(lead)) return false
  if (lead.endsWith('与')) return /签订|签约|合作|结对|对接|建立/.test(tail)
  if (follows && /[、和及]$/.test(lead) && !mark.inWords) return true
  const isSingle = mark.inWords && mark.value === '1'
  if (endsInDeed(lead) && (!isSingle || isDated)) return true
  const ends = /^(?:[、,;(|\t]|$|以上|左右|和|及|并)/.test(tail)
  if (isDated && ends && (!mark.inWords || occasions.test(mark.unit)) && !/[对把将][^,]{0,12}$/.test(lead)) return true
  if (isDated && !mark.inWords && /(?:完成|实现|建成|启动|推进|新增|改造|培育)[^,]{0,16}[^对把将的]$/.test(lead)) return true
  if (!ends || mark.inWords) return false
  return follows ? /[、和及]/.test(lead) || holdsDeed(lead) : holdsDeed(lead.slice(-18)) && !/[对把将][^,]{0,12}$/.test(lead)
}
