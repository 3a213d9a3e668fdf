import type { Item } from '#compiler/read/item.ts'
import type { QuantityMark } from '#compiler/recognise/mark.ts'
import { isTime } from '#compiler/lexicon/unit.ts'
import { endsInDeed, holdsDeed } from './deeds.ts'

/** Before a number these make it the object of the sentence, not its result: 对13个问题, 将11个项目, 剩余6个. */
const known =
  /(?:(?<![结应核校比面绝反])对|[就把将按从向以在给由的]|针对|围绕|聚焦|按照|根据|通过|结合|涉及|反馈的?|查摆的?|剩余|其余|其他|现有|原有|辖区|全[市县区省国院局]|上述|所列|以上|这|该|前|后|等|为|是|属|本|各)$/
/** A part whose object is taken up first: 将14个小区…, 对…; what follows is no result. */
const taken = /(?:(?<![结应核校比面绝反])对|[把将])[^,]{0,12}$/
/** Nouns of a text that counts itself: 13个问题, 18项任务; a deed may be done to some of them. */
const selfCount = /^(?:大|个|类|项)?(?:具体|突出|重点|主要|整改|反馈|共性|个性)?(?:问题|任务|领域|重点|关键|类别|结合|坚持|到位|部分)/
/** Nouns that only ever count the text: 6个方面, 三个阶段. */
const stages = /^(?:大|个|类|项)?(?:方面|维度|层面|阶段|步骤|环节|原则|板块|层次)/
/** 十五条硬措施, 八项规定: what is to be kept, not made. */
const rules = /^(?:硬|刚性|铁)?(?:措施|规定|举措|要求|纪律|禁令|意见|政策|铁规)/
/** Units of what happens a number of times, or lasts. */
export const occasions = /^(?:次|场|期|遍|轮|回|届|课|讲|天|小时|学时|课时)$/
/** Units that never stand in a name: 压减法人九户. */
const counted = /^(?:户|家|件|名|台|台套|座|处|所|辆|亩|公里)$/
const made = /(?:完成|实现|建成|启动|推进|新增|改造|培育)[^,]{0,16}[^对把将的]$/
const closes = /^(?:[、,;(|\t]|$|以上|左右|和|及|并|共\d)/

/** The words around a bare number in its part, and what is known of it. */
export interface Place {
  readonly lead: string
  readonly tail: string
  readonly mark: QuantityMark
  /** A date governs the part. */
  readonly isDated: boolean
  /** A recurrence before it in the sentence may be its own, for a number of times. */
  readonly isWindowed: boolean
  /** Its own limit stands right behind it: 25万元于9月20日前到账. */
  readonly isDue: boolean
  /** Another promised number stands before it in the part. */
  readonly follows: boolean
  /** A smaller number of the same is promised behind it: 积案17件，化解12件以上. */
  readonly isStock: boolean
}

/** Whether a number without a comparing word is promised: as a level, or as the result of a deed. */
export function isBarePromise(item: Item, place: Place): boolean {
  const { lead, tail, mark, isDated } = place
  if (mark.isAbout || /^[分倍级]$/.test(mark.unit) || lead.endsWith('提前')) return false
  if (item.kind === 'ratio') return isLevel(item, place)
  if (item.kind === 'trend') return !/(?:占|超)$/.test(lead)
  if (isTime(mark.unit)) return item.period !== null && !/^(?:内|后|前|以)/.test(tail)
  if (!occasions.test(mark.unit) && (stages.test(tail) || (selfCount.test(tail) && !endsInDeed(lead)))) return false
  if (/(?:落实|执行|贯彻|遵守|践行)[^,、]{0,20}$/.test(lead) && rules.test(tail)) return false
  if (item.period !== null) return !known.test(lead) || occasions.test(mark.unit)
  if (lead.endsWith('等')) return holdsDeed(lead) && isDated
  if (/(?:合并|整合|归并|精简|缩减|压缩)[为成]$/.test(lead)) return true
  if (place.isDue && !place.isStock && !mark.inWords && !stages.test(tail)) return true
  return isChosen(lead) || isJoined(place) || isResult(place)
}

/** 检查覆盖率100%, 不合格产品下架率100%: all of it; or a share by a day or each period. */
function isLevel({ period }: Item, { lead, tail, mark, isDated, follows }: Place): boolean {
  const isRate = /(?:率|度|比例|占比|比重|面)(?:均|都|必须|要|应)?(?:力争|争取|确保|目标为?)?$/.test(lead)
  if (isRate && /^、[^,;。]{2,12}(?:达|不低于|保持|提高|稳定)/.test(tail)) return true
  if (isRate && /(?:力争|争取|确保|目标为?)$/.test(lead)) return true
  // 按20%比例抽查; 回答率90%
  if (lead.endsWith('按') && /^(?:的?比例)?(?:随机)?抽/.test(tail)) return true
  if (lead.endsWith('率') && closes.test(tail) && !mark.value.includes('.') && !/目前|当前|现|仅|只|约|平均|原|为/.test(lead)) return true
  // 上半年60%、三季度末80%
  if (isDated && follows && /(?:[底末前]|年)$/.test(lead)) return true
  if (isDated || period !== null) return isRate || holdsDeed(lead.slice(-6)) || mark.value === '100'
  return (
    mark.value === '100' &&
    (isRate ||
      tail === '' ||
      // 废旧电池100%安全回收
      (/[\u4e00-\u9fff]{2}(?<!占|持|比例|股权|股份|为|是)$/.test(lead) &&
        /^[\u4e00-\u9fff]{2,6}(?:[、,]|$)/.test(tail) &&
        !tail.startsWith('的')) ||
      /^(?:予以|进行|实行|全部)?(?:现场|实地|入户|逐一|电话)?(?:核[验查实]|[审检复]查|审核|回访|复核|见面|走访|公开|录入|归档)/.test(tail))
  )
}

/** 选取近年查处的1起典型案例 */
function isChosen(lead: string): boolean {
  return /(?:选取|选定|选择|剖析|解剖)[^,]{0,30}的$/.test(lead)
}

/** 建成5个示范村、12个示范点; 与200家企业签订协议 */
function isJoined({ lead, tail, mark, follows }: Place): boolean {
  // 为800户困难家庭实施改造, 完成对12个县的调研, 在7个支部推广
  if (!mark.inWords && /(?:(?<![作成称设定改认视列分])为|完成对|(?:^|[拟将])在)$/.test(lead))
    return holdsDeed(tail) || /推广|试点|改造|提供|调研/.test(tail)
  if (lead.endsWith('与')) return /签订|签约|合作|结对|对接|建立/.test(tail)
  return follows && /[、和及]$/.test(lead) && !mark.inWords
}

/** What is told of as it is, not done. */
const stative =
  /已|(?:[摸排查]|梳理|清理|核[查实]|统计|汇总)出|(?:[现共设拥存还只尚没]有|共[计设]|下?辖|下设|涉及|包[括含]|分为|[总合]计|平均|积存|编制|其中|年龄|总数|人数|规模|距离|仍|尚|剩)[^,]{0,6}$|[为是有属含达较比占余]$/

/** 选择50个, 抢救古树60万株, 辩论赛1次: some deed or event of the part, by any name. */
function isBareResult(lead: string, { unit }: QuantityMark): boolean {
  return /[\u4e00-\u9fff]{2}$/.test(lead) && !stative.test(lead) && !taken.test(lead) && !unit.endsWith('元')
}

/** 包联1个法庭, 联系一个村: what each of them, or a leader, takes on. */
const takesOn = /(?:包联|联系|包保|包抓|包案|结对|挂钩|领办)$/

/** 全面盘点一次, 集中排查1遍 */
const sweeps = /^(?:至少|再|先)?(?:全面|集中|专项|统一|系统|深入)[\u4e00-\u9fff]{2,8}$/

/** Whether a bare number is the result of a deed before it: 改造14个小区, 清理企业4户, 举办培训班4期、讲座2场. */
function isResult({ lead, tail, mark, isDated, isWindowed, follows, isStock }: Place): boolean {
  const bare = isDated ? lead.replace(/(?:剩余|其余|全部)$/, '') : lead
  // 对所有食堂过筛一遍
  if (isDated && closes.test(tail) && /^[遍轮]$/.test(mark.unit)) return true
  if (known.test(bare) || (/(?:成立|设立|组建)$/.test(bare) && /^(?:专项|工作|督[查导]|整改|指导)*(?:小组|组|专班)/.test(tail)))
    return false
  const isSingle = mark.inWords && mark.value === '1'
  if (isSingle && (takesOn.test(bare) || (closes.test(tail) && occasions.test(mark.unit) && sweeps.test(bare)))) return true
  if (endsInDeed(bare) && (!isSingle || isDated || isWindowed || /每[\u4e00-\u9fff]{1,6}$/.test(bare))) return true
  const ends = closes.test(tail)
  if (isDated && ends && (!mark.inWords || occasions.test(mark.unit)) && !taken.test(bare)) return true
  if (isDated && !mark.inWords && made.test(bare)) return true
  if (!ends) return false
  if (mark.inWords) return counted.test(mark.unit) && mark.value !== '1' && holdsDeed(bare.slice(-8)) && !taken.test(bare)
  if (/每(?![年月周日天季半])[^,]{2,14}$/.test(bare)) return true
  return follows || (holdsDeed(bare.slice(-18)) && !taken.test(bare)) || (!isStock && isBareResult(bare, mark))
}
