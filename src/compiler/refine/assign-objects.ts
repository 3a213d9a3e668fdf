import { isQuantity, type Draughted, type Item, type Refiner } from '#compiler/read/item.ts'
import type { Extent } from '#compiler/source/sentence.ts'

const punctuation = /[,;:。、()\t|]/
/** Words before the object that are not part of it. */
const opening =
  /^[、和及与]?(?:(?:将|把|要|应|须|并|力争|争取|确保|推动|推进|实现|保证|原则上|一般|至少|不少于|全部|分别|其中|每次|每人|每名|各|均|完成|组织|开展|召开|举办|安排|制定发布|制定|发布|提出|撰写|形成|建成|新增|听取|主持|亲自|牵头|负责|常态化|定期|严格落实|严格执行|健全完善|健全|完善)+)/
const closing =
  /(?:的)?(?:(?<![纪摘简提概需必主重])要|应|须|(?:(?:必须|要|应|须|均|都|力争)*(?:达到?|保持在?|维持在?|稳定在|控制在|不低于|(?:压缩|压降|压减|缩短|缩减|减少|提高|提升|降低?|缩)[至到]))|均|都|必须|分别|总体|全部|力争|原则上|一般|按|至少|(?:年均|同比|环比|[比较](?:上年|去年|上年同期))?(?:下降|减少|降低|压减|压缩|增长|提高|提升)?)$/

/** What is counted or done, in the document's words; and what a share is a share of (全院结案数的5%), a change measured against (较2025年). */
export const assignObjects: Refiner = (draught) => {
  const items: Item[] = []
  for (const item of draught.items) items.push({ ...item, base: baseOf(draught, item), object: objectOf(draught, item, items.at(-1)) })
  return { ...draught, items }
}

function baseOf({ sentence: { text, parts }, marks }: Draughted, item: Item): Extent | null {
  if (item.kind === 'trend') {
    const from = parts[item.part]?.start ?? 0
    const date = marks.findLast(
      (mark) =>
        mark.type === 'date' &&
        mark.start >= from &&
        mark.end <= item.anchor.start &&
        (mark.edge === 'base' || text.startsWith('基础上', mark.end)),
    )
    if (date !== undefined) return { start: date.start, end: date.end }
    const lead = text.slice(from, item.anchor.start)
    const said = /同比|环比|[比较与](?:上年|去年|上一年|上月|上季度)(?:同期|末|度)?/.exec(lead)
    return said === null ? null : { start: from + said.index, end: from + said.index + said[0].length }
  }
  if (item.kind !== 'ratio') return null
  const match = /(?:于|过|占|达到?|在)(?<base>[^,;:。、()\d]{2,16})的$/.exec(
    text.slice(Math.max(0, item.anchor.start - 24), item.anchor.start),
  )
  const base = match?.groups?.['base']
  if (base === undefined) return null
  return { start: item.anchor.start - 1 - base.length, end: item.anchor.start - 1 }
}

function objectOf(draught: Draughted, item: Item, previous: Item | undefined): Extent | null {
  const { text, parts } = draught.sentence
  const part = parts[item.part]
  if (part === undefined) return null
  if (item.kind === 'ratio') {
    const share = /^的(?:[\u4e00-\u9fff“”]{2,20})(?=[,;、。()]|$)/.exec(text.slice(item.extent.end, part.end))
    if (share !== null && !/^的(?:目标|标准|要求|水平|比例)/.test(share[0]))
      return trimmed(text, item.extent.end + 1, item.extent.end + share[0].length)
  }
  if (isQuantity(item.mark) && (item.kind === 'count' || item.kind === 'duration')) {
    const behind = countedBehind(text, item.extent.end, part.end)
    if (behind !== null && /^[\u4e00-\u9fff“《]/.test(text.slice(behind.start)) && behind.end - behind.start >= 2) return behind
  }
  if (item.mark.type === 'period' || item.mark.type === 'date' || item.kind === 'deadline') {
    return (
      trimmed(text, item.mark.end, runEnd(text, item.mark.end, part.end, /[,;:。()\t|]/)) ?? trimmed(text, part.start, item.extent.start)
    )
  }
  // 其中三年以上的全部清零: of what the number before speaks of.
  if (item.kind === 'coverage' && previous?.object != null && /以[上下内前外]的$/.test(leadOf(text, part.start, item)))
    return previous.object
  return (
    trimmed(text, runStart(part.start, item, draught), beforeComparator(item, text)) ??
    objectInside(text, item) ??
    objectAhead(draught, item, previous) ??
    objectBefore(draught, item, previous)
  )
}

function leadOf(text: string, from: number, item: Item): string {
  return text.slice(from, beforeComparator(item, text)).replace(/(?:全部|一律|均|都)$/, '')
}

/** 至少巡回服务两次: between the comparing word and the number. */
function objectInside(text: string, item: Item): Extent | null {
  return 'words' in item.comparator && item.kind !== 'ratio' ? trimmed(text, item.comparator.words.end, item.anchor.start) : null
}

/** 1篇有数据、有案例的调研报告 → 调研报告; 1件典型案件开展剖析 → 典型案件. */
function countedBehind(text: string, from: number, to: number): Extent | null {
  const run = text.slice(from, runEnd(text, from, to, /[,;:。()\t|]/))
  const described = /^[^、]*、.*的(?=[^的、]{2,12}$)/.exec(run)
  if (described !== null) return trimmed(text, from + described[0].length, from + run.length)
  const end = runEnd(text, from, to)
  const deed = /(?<=[\u4e00-\u9fff]{2})(?:开展|进行|予以|到|赴|前往|参加)[\u4e00-\u9fff]/.exec(text.slice(from, end))
  return trimmed(text, from, deed === null ? end : from + deed.index)
}

/** 全市性会议每年不超过6次、每次不超过90分钟: before the period word; a number joined to another speaks of the same. */
function objectAhead({ sentence: { text, parts }, marks }: Draughted, item: Item, previous: Item | undefined): Extent | null {
  if (previous?.part === item.part && text.charAt(previous.extent.end) === '、') return previous.object
  const part = parts[item.part]
  const mark = marks.find(({ type, start }) => type === 'period' && start >= (part?.start ?? 0))
  if (part === undefined || mark === undefined || mark.start >= item.anchor.start || previous?.part === item.part) return null
  return trimmed(text, part.start, mark.start)
}

/** 案件评查…，每月不少于1次: the object stands in the part before, where a number may have it already. */
function objectBefore({ sentence: { text, parts } }: Draughted, item: Item, previous: Item | undefined): Extent | null {
  if (previous?.object != null && previous.part === item.part - 1) return previous.object
  const before = parts[item.part - 1]
  return before === undefined ? null : trimmed(text, before.start, before.end)
}

function beforeComparator(item: Item, text: string): number {
  if (item.kind === 'trend') {
    const compared = /(?:[比较与](?:上|去|前|20\d|[\d一二三四五六七八九十]+月)|同比|环比|年均|在20\d)/.exec(
      text.slice(item.extent.start, item.anchor.start),
    )
    if (compared !== null) return item.extent.start + compared.index
  }
  const words = 'words' in item.comparator ? item.comparator.words.start : item.anchor.start
  return Math.min(words, item.anchor.start)
}

/** From the end of the last period or date word before the number; 年均 stands behind what it speaks of. */
function runStart(from: number, item: Item, { marks, sentence, items }: Draughted): number {
  const stop = beforeComparator(item, sentence.text)
  const mark = marks.findLast(
    (other) =>
      (other.type === 'quantity' ? items.some(({ mark: read }) => read === other) : /^(?:period|date)$/.test(other.type)) &&
      other.end <= stop &&
      sentence.text.charAt(other.end - 1) !== '均',
  )
  return Math.max(from, mark?.end ?? 0)
}

function runEnd(text: string, from: number, to: number, stop: RegExp = punctuation): number {
  const at = text.slice(from, to).search(stop)
  return at < 0 ? to : from + at
}

function trimmed(text: string, from: number, to: number): Extent | null {
  const words = text.slice(from, to)
  const lead = opening.exec(words)?.[0].length ?? 0
  const start = from + lead
  const tail = closing.exec(text.slice(start, to))?.[0].length ?? 0
  const end = to - tail
  return end - start >= 2 && end - start <= 60 ? { start, end } : null
}
