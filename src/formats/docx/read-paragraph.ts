import { child, switchOf, valueOf, wholeNumber, type XmlNode } from '#formats/xml/xml-node.ts'
import { readRuns, type ParagraphContent } from './read-runs.ts'
import type { Reading } from './reading.ts'

/** A paragraph as read, before its number is known. */
export interface Paragraph extends ParagraphContent {
  readonly heading: number | undefined
  readonly numbering: { readonly list: string; readonly level: number } | undefined
  /** Its end is deleted or hidden: what follows continues it. */
  readonly runsOn: boolean
}

/** Reads a `w:p`. */
export function readParagraph(node: XmlNode, reading: Reading): Paragraph {
  const properties = child(node, 'w:pPr')
  const style = valueOf(properties, 'w:pStyle') ?? reading.styles.defaultParagraph
  const outline = wholeNumber(valueOf(properties, 'w:outlineLvl'), 9)
  const mark = child(properties, 'w:rPr')
  return {
    ...readRuns(node, style, reading),
    heading: outline === undefined ? reading.styles.headingOf(style) : outline < 9 ? outline + 1 : undefined,
    numbering: numberingOf(child(properties, 'w:numPr'), style, reading),
    runsOn: (child(mark, 'w:del') ?? child(mark, 'w:moveFrom')) !== undefined || (switchOf(mark, 'w:vanish') ?? false),
  }
}

/** The list and level of a paragraph: its own, else its style's. List 0 means none. */
function numberingOf(own: XmlNode | undefined, style: string | undefined, { styles, lists }: Reading): Paragraph['numbering'] {
  const ofStyle = styles.listOf(style)
  const ownList = valueOf(own, 'w:numId')
  const list = ownList ?? ofStyle?.list
  if (list === undefined || list === '0') return undefined
  const ownLevel = wholeNumber(valueOf(own, 'w:ilvl'), 8)
  if (ownLevel !== undefined || ownList !== undefined) return { list, level: ownLevel ?? 0 }
  // A scheme may tie its levels to styles; that tells the level where the style does not.
  const tied = [...(lists.get(list)?.levels ?? [])].find(([, level]) => level.style === style || level.style === ofStyle?.from)
  return { list, level: ofStyle?.level ?? tied?.[0] ?? 0 }
}
