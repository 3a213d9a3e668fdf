import { isQuantity, type Draughted, type Found, type Item, type Refiner } from '#compiler/read/item.ts'
import { occasionIn, subjectIn } from '#compiler/read/subject/find-subject.ts'
import type { Scope } from '#core/draft/reading.ts'
import { isPerCase, likeBefore, perEach } from './limit-scope.ts'
import { ofEachUnit, talksWithEach } from './share-scope.ts'
import { subjectBehind } from './subject-behind.ts'
import { isNewTopic, isShared, leadsOnly } from './subject-holds.ts'
import { measuresDocument } from './written-size.ts'

/** For whom each promise holds: what its part says (每人, 每次), else whom the sentence speaks of, else the paragraph. */
export const assignScopes: Refiner = (draught) => {
  const items: Item[] = []
  for (const item of draught.items) {
    const whole = items.find(({ mark }) => mark === item.partOf?.mark) ?? item.partOf
    items.push(likeBefore(withScope(draught, { ...item, partOf: whole }), items.at(-1)))
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
  if (item.kind === 'coverage') return talksWithEach(item, text, from)
  const each = perEach(item, text.slice(from, item.anchor.start))
  if (each !== null) return { ...item, scope: { value: each, because: 'time-limit' } }
  if (measuresDocument(item, text.slice(from, item.extent.start), text.slice(from, item.anchor.start)))
    return { ...item, scope: { value: 'per-item', because: 'closed-word' } }
  if (isPerCase(item, text.slice(from, item.anchor.start), text.slice(0, item.anchor.start)))
    return { ...item, scope: { value: 'per-case', because: 'time-limit' } }
  if (item.partOf?.scope) return { ...item, scope: { value: item.partOf.scope.value, because: 'inherited-parent' } }
  if (item.kind === 'ratio' || item.kind === 'trend') return ofEachUnit(draught, item)
  if (
    isQuantity(item.mark) &&
    /^[学课]时$/.test(item.mark.unit) &&
    /(?:培训|学习|轮训|教育|研修)[^,;]*$/.test(text.slice(from, item.mark.start)) &&
    !/累计|合计|总[学课]时/.test(text.slice(from, item.mark.start))
  )
    return { ...item, scope: { value: 'per-member', because: 'closed-word' } }
  const said: Found<Scope> | null = subjectBehind(draught, item) ?? subjectIn(text, 0, item.anchor.start)
  if (said !== null && !leadsOnly(draught, item, said) && !isShared(draught, item, said) && !isNewTopic(draught, item, said))
    return {
      ...item,
      scope: said.value === 'leader' && 'words' in said && isOneOfMany(text, said.words.start) ? { ...said, value: 'per-member' } : said,
    }
  const above = draught.before.headScope ?? null
  return above === null || (item.kind !== 'count' && item.kind !== 'duration')
    ? item
    : { ...item, scope: { value: above, because: 'inherited-parent' } }
}

/** 各业务庭室实行包干，庭长每季度指导1次: every one of those has its own. */
function isOneOfMany(text: string, until: number): boolean {
  return subjectIn(text, 0, until)?.value === 'per-unit'
}

function isGiven(item: Item, start: number): boolean {
  return item.extent.start <= start
}
