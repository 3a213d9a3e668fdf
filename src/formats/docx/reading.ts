import type { Block, Cell } from '#core/document/document.ts'
import type { XmlNode } from '#formats/xml/xml-node.ts'
import type { FieldTracker } from './fields.ts'
import type { Line } from './line.ts'
import type { NumberParagraph } from './number-paragraphs.ts'
import type { Lists } from './numbering.ts'
import type { Styles } from './styles.ts'

/** What is known of the document, and what adds up, while it is read from start to end. */
export interface Reading {
  readonly styles: Styles
  readonly lists: Lists
  readonly numberParagraph: NumberParagraph
  readonly fields: FieldTracker
  /** Foot- and endnotes referred to so far, in order. */
  readonly notes: Set<NoteKey>
  readonly nextTable: () => number
}

/** Reads a run of paragraphs and tables. */
export type ReadFlow = (container: XmlNode, reading: Reading) => DraftBlock[]

export type NoteKey = `${'footnote' | 'endnote'} ${string}`

/** A block before its place in the document's text is known; spans count from the start of its line. */
export interface DraftBlock {
  readonly kind: Block['kind']
  readonly line: Line
  readonly level?: number | undefined
  readonly table?: number
  readonly cells?: readonly Cell[]
}
