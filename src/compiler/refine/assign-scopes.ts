import type { Draughted, Found, Item, Refiner } from '#compiler/read/item.ts'
import { occasionIn, subjectIn } from '#compiler/read/subject.ts'
import { partAt } from '#compiler/source/sentence.ts'
import type { Scope } from '#core/draft/reading.ts'

/** For whom each promise holds: what its part says (每人, 每次), else whom the sentence speaks of, else the paragraph. */
export const assignScopes: Refiner = (draught) => ({ ...draught, items: draught.items.map((item) => withScope(draught, item)) })

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
  if (isPerCase(item, text.slice(from, item.anchor.start))) return { ...item, scope: { value: 'per-case', because: 'time-limit' } }
  if (item.partOf?.scope) return { ...item, scope: { value: item.partOf.scope.value, because: 'inherited-parent' } }
  if (item.kind === 'ratio' || item.kind === 'trend') return item
  if (
    item.kind !== 'deadline' &&
    /(?:材料|文件|简报|报告|篇幅|会期|会议时间|研讨时间|陪餐人数|公告期|公示期)[^,;。]{0,8}$/.test(text.slice(from, item.extent.start))
  )
    return { ...item, scope: { value: 'per-item', because: 'closed-word' } }
  const said: Found<Scope> | null = subjectIn(text, 0, item.anchor.start)
  if (said !== null && !leadsOnly(draught, item, said)) return { ...item, scope: said }
  return item
}

/** A limit from an event, or a cap on the time something takes, holds for each case. */
function isPerCase(item: Item, lead: string): boolean {
  if (item.kind === 'deadline') return item.value !== null
  return item.kind === 'duration' && item.comparator.value === '<=' && !/平均(?:压缩|缩短|减|控制|不超过)/.test(lead)
}

/** 书记带头填报，每月核查通报: who leads the way in one part need not act in the next. */
function leadsOnly({ sentence }: Draughted, item: Item, said: Found<Scope>): boolean {
  return (
    'words' in said &&
    partAt(sentence, said.words.start) < item.part &&
    /^(?:要|应)?(?:率先|带头)/.test(sentence.text.slice(said.words.end))
  )
}

function isGiven(item: Item, start: number): boolean {
  return item.extent.start <= start
}
