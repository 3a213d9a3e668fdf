import type { Draughted, Found, Item, Refiner } from '#compiler/read/item.ts'
import { occasionIn, subjectIn } from '#compiler/read/subject.ts'
import { partAt } from '#compiler/source/sentence.ts'
import { recurs } from './attach-dates.ts'
import type { Scope } from '#core/draft/reading.ts'

/** For whom each promise holds: what its part says (每人, 每次), else whom the sentence speaks of, else the paragraph. */
export const assignScopes: Refiner = (draught) => {
  const items: Item[] = []
  for (const item of draught.items) {
    const whole = items.find(({ mark }) => mark === item.partOf?.mark) ?? item.partOf
    items.push(withScope(draught, { ...item, partOf: whole }))
  }
  return { ...draught, items }
}

function withScope(draught: Draughted, item: Item): Item {
  if (item.scope !== null) return item
  const { sentence } = draught
  const { text } = sentence
  const part = sentence.parts[item.part]
  const from = part?.start ?? 0
  const own = occasionIn(text, from, item.anchor.start)
  if (own !== null && 'words' in own)
    return {
      ...item,
      scope: own,
      extent:
        isGiven(item, own.words.start) || text.charAt(own.words.start) === '对'
          ? item.extent
          : { start: Math.min(item.extent.start, own.words.start), end: item.extent.end },
    }
  if (isPerCase(item, text.slice(from, item.anchor.start), text.slice(0, item.anchor.start)))
    return { ...item, scope: { value: 'per-case', because: 'time-limit' } }
  if (item.partOf?.scope) return { ...item, scope: { value: item.partOf.scope.value, because: 'inherited-parent' } }
  if (item.kind === 'ratio' || item.kind === 'trend') return item
  if (
    item.kind !== 'deadline' &&
    /(?:材料|文件|简报|报告|篇幅|会期|会议时间|研讨时间|陪餐人数|公告期|公示期)[^,;。]{0,8}$/.test(text.slice(from, item.extent.start))
  )
    return { ...item, scope: { value: 'per-item', because: 'closed-word' } }
  const said: Found<Scope> | null = subjectIn(text, 0, item.anchor.start)
  if (said !== null && !leadsOnly(draught, item, said) && !isShared(draught, item, said)) return { ...item, scope: said }
  const above = draught.before.headScope ?? null
  return above === null || (item.kind !== 'count' && item.kind !== 'duration')
    ? item
    : { ...item, scope: { value: above, because: 'inherited-parent' } }
}

/** 收到反馈意见之日起: an event that comes once. */
const once =
  /(?:收到|接到)[^,;]{0,6}(?:反馈|审计|巡视|巡察|整改)?(?:意见|报告|通知书?|通报|决定书?)[^,;]{0,3}(?:之日|后|起)|(?<![一-龥])自?反馈之日|报送[^,;]{0,12}(?:巡察|巡视|审计|整改)[\u4e00-\u9fff]{0,4}之日/

/** A limit from an event, or a cap on the time something takes, holds for each case. */
function isPerCase(item: Item, lead: string, whole: string): boolean {
  // 方案印发后一个月内: the plan comes out once.
  if (item.kind === 'deadline')
    return (
      item.value !== null && !once.test(whole) && !/(?:方案|通知|意见|报告|决定)(?:印发|下发|发布|上报|公布)(?:之日|之后|后)/.test(lead)
    )
  return item.kind === 'duration' && item.comparator.value === '<=' && !lead.includes('平均')
}

/** 书记带头填报，每月核查通报: who leads the way in one part need not act in the next. */
function leadsOnly({ sentence }: Draughted, item: Item, said: Found<Scope>): boolean {
  return (
    'words' in said &&
    partAt(sentence, said.words.start) < item.part &&
    /^(?:要|应)?(?:率先|带头)/.test(sentence.text.slice(said.words.end))
  )
}

/** 县级领导每人包案2件，6月底前化解; 班子成员每季度听取汇报1次，每月通报: what is done once, or by the office, is not done by each. */
function isShared({ sentence }: Draughted, item: Item, { value, ...said }: Found<Scope>): boolean {
  if ((value !== 'per-member' && value !== 'leader') || !('words' in said) || partAt(sentence, said.words.start) === item.part) return false
  const behind = sentence.text.slice(item.anchor.start, sentence.parts[item.part]?.end)
  if (/^.{0,4}(?:通报|汇总|评估|考核|调度|观摩)/.test(behind)) return true
  return (
    value === 'per-member' &&
    (/召开|推进会|座谈会/.test(behind) || (item.kind === 'deadline' && item.value === null) || (!recurs(item) && item.date?.words != null))
  )
}

function isGiven(item: Item, start: number): boolean {
  return item.extent.start <= start
}
