import { formatNumber } from './number-format.ts'
import type { Level, List, Lists } from './numbering.ts'
import { replaceSymbols } from './symbols.ts'

/** Gives the next paragraph of a list its number as Word writes it, with what parts it from the text. */
export type NumberParagraph = (list: string, level: number) => string

interface Counters {
  readonly values: Map<number, number>
  /** `numId` and level of the start overrides already used: they hold once. */
  readonly usedOverrides: Set<string>
}

/** After these a number needs no space before the text. */
const CLOSING = /[\s、，。．：；）】〕》」』①-⓿㈠-㊿]$/u

/** Numbers the paragraphs of a document, which must be given in order. */
export function numberParagraphs(lists: Lists): NumberParagraph {
  const schemes = new Map<string, Counters>()
  return (id, index) => {
    const list = lists.get(id)
    const level = list?.levels.get(index)
    if (list === undefined || level === undefined) return ''
    const counters = schemes.get(list.scheme) ?? { values: new Map(), usedOverrides: new Set() }
    schemes.set(list.scheme, counters)
    count(counters, list, id, index)
    const label = labelOf(list, level, index, counters)
    return label === '' || !level.hasSuffix || CLOSING.test(label) ? label : `${label} `
  }
}

function count({ values, usedOverrides }: Counters, list: List, id: string, index: number): void {
  const override = list.startOverrides.get(index)
  const key = `${id}/${index}`
  const isFirstUse = override !== undefined && !usedOverrides.has(key)
  if (isFirstUse) usedOverrides.add(key)
  const before = values.get(index)
  values.set(index, isFirstUse || before === undefined ? startOf(list, index) : before + 1)
  for (const lower of values.keys()) {
    if (lower > index && restartsAfter(list.levels.get(lower), index)) values.delete(lower)
  }
  // A higher level nobody used yet shows, and counts from then on, as its start.
  for (let higher = 0; higher < index; higher++) {
    if (!values.has(higher)) values.set(higher, startOf(list, higher))
  }
}

function startOf(list: List, index: number): number {
  return list.startOverrides.get(index) ?? list.levels.get(index)?.start ?? 1
}

function restartsAfter(level: Level | undefined, index: number): boolean {
  return level?.restartBelow === undefined || index < level.restartBelow
}

function labelOf(list: List, level: Level, index: number, { values }: Counters): string {
  if (level.isBulletPicture) return '•'
  if (level.format === 'bullet') return replaceSymbols(level.text, '•')
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const wanted = Number(digit) - 1
    if (wanted > index) return ''
    const format = level.isLegal ? 'decimal' : (list.levels.get(wanted)?.format ?? 'decimal')
    return formatNumber(format, values.get(wanted) ?? 1)
  })
}
