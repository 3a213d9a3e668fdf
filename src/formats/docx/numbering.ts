import { child, childrenNamed, switchOf, valueOf, wholeNumber, type XmlNode } from '#formats/xml/xml-node.ts'

/** One level of a numbering scheme (17.9.6). Levels count from 0. */
export interface Level {
  readonly start: number
  readonly format: string
  /** `%1` … `%9` stand for the numbers of levels 0 … 8. */
  readonly text: string
  readonly isBulletPicture: boolean
  readonly hasSuffix: boolean
  /** All numbers of the label in Arabic digits (`isLgl`). */
  readonly isLegal: boolean
  /** Starts anew after a paragraph of a level below this one; 0: never. Undefined: after any higher level. */
  readonly restartBelow: number | undefined
  readonly style: string | undefined
}

/** A list as paragraphs refer to it. Lists of one scheme share their counters. */
export interface List {
  readonly scheme: string
  readonly levels: ReadonlyMap<number, Level>
  readonly startOverrides: ReadonlyMap<number, number>
}

export type Lists = ReadonlyMap<string, List>

const MAX_LEVEL = 8
const MAX_START = 32_767

/**
 * The lists of numbering.xml (17.9), keyed by `numId`.
 * @param listOfStyle the `numId` of a numbering style, for schemes that only refer to one
 */
export function readNumbering(part: XmlNode | undefined, listOfStyle: (style: string) => string | undefined): Lists {
  const schemes = new Map(childrenNamed(part, 'w:abstractNum').map((node) => [node.attributes['w:abstractNumId'] ?? '', node]))
  const schemeOfList = new Map(
    childrenNamed(part, 'w:num').map((node) => [node.attributes['w:numId'] ?? '', valueOf(node, 'w:abstractNumId') ?? '']),
  )
  const followLink = (scheme: string): string => {
    const style = valueOf(schemes.get(scheme), 'w:numStyleLink')
    const list = style === undefined ? undefined : listOfStyle(style)
    return (list === undefined ? undefined : schemeOfList.get(list)) ?? scheme
  }
  const lists = new Map<string, List>()
  for (const node of childrenNamed(part, 'w:num')) {
    const id = node.attributes['w:numId'] ?? ''
    const scheme = followLink(schemeOfList.get(id) ?? '')
    lists.set(id, { scheme, ...overridden(levelsOf(schemes.get(scheme)), childrenNamed(node, 'w:lvlOverride')) })
  }
  return lists
}

function overridden(levels: Map<number, Level>, overrides: readonly XmlNode[]): Pick<List, 'levels' | 'startOverrides'> {
  const startOverrides = new Map<number, number>()
  for (const override of overrides) {
    const index = wholeNumber(override.attributes['w:ilvl'], MAX_LEVEL)
    if (index === undefined) continue
    const level = child(override, 'w:lvl')
    if (level !== undefined) levels.set(index, readLevel(level))
    const start = wholeNumber(valueOf(override, 'w:startOverride'), MAX_START)
    if (start !== undefined) startOverrides.set(index, start)
  }
  return { levels, startOverrides }
}

function levelsOf(scheme: XmlNode | undefined): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const node of childrenNamed(scheme, 'w:lvl')) {
    const index = wholeNumber(node.attributes['w:ilvl'], MAX_LEVEL)
    if (index !== undefined) levels.set(index, readLevel(node))
  }
  return levels
}

function readLevel(node: XmlNode): Level {
  // Formats newer than the standard stand beside one of the standard, which is the one we know.
  const fallback = child(child(node, 'mc:AlternateContent'), 'mc:Fallback')
  return {
    start: wholeNumber(valueOf(node, 'w:start'), MAX_START) ?? 0,
    format: valueOf(node, 'w:numFmt') ?? valueOf(fallback, 'w:numFmt') ?? 'decimal',
    text: valueOf(node, 'w:lvlText') ?? '',
    isBulletPicture: child(node, 'w:lvlPicBulletId') !== undefined,
    hasSuffix: valueOf(node, 'w:suff') !== 'nothing',
    isLegal: switchOf(node, 'w:isLgl') ?? false,
    restartBelow: wholeNumber(valueOf(node, 'w:lvlRestart'), MAX_LEVEL + 1),
    style: valueOf(node, 'w:pStyle'),
  }
}
