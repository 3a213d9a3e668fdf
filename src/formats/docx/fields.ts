import type { XmlNode } from '#formats/xml/xml-node.ts'

/** Follows complex fields (17.16.18) through the runs of a document. */
export interface FieldTracker {
  readonly meet: (mark: XmlNode) => void
  readonly addInstruction: (text: string) => void
  /** Whether text met now is an instruction, or belongs to a generated table of contents. */
  readonly isSilent: () => boolean
}

interface Field {
  isResult: boolean
  instruction: string
}

/**
 * Only the results of fields are text. Tables of contents are left out: they repeat the headings.
 * Fields that never end (damaged or cut files) are ignored, so that they cannot swallow the rest of the document.
 */
export function trackFields(document: XmlNode): FieldTracker {
  const finished = finishedFields(document)
  const open: Field[] = []
  return {
    meet: (mark) => {
      const type = mark.attributes['w:fldCharType']
      const last = open.at(-1)
      if (type === 'begin' && finished.has(mark)) open.push({ isResult: false, instruction: '' })
      if (type === 'separate' && last !== undefined) last.isResult = true
      if (type === 'end') open.pop()
    },
    addInstruction: (text) => {
      const last = open.at(-1)
      if (last !== undefined && !last.isResult) last.instruction += text
    },
    isSilent: () => open.some((field) => !field.isResult || isContents(field.instruction)),
  }
}

/** Whether a field instruction makes a table of contents. */
function isContents(instruction: string): boolean {
  return /^\s*TOC\b/i.test(instruction)
}

function finishedFields(document: XmlNode): Set<XmlNode> {
  const open: XmlNode[] = []
  const finished = new Set<XmlNode>()
  const walk = (node: XmlNode): void => {
    if (node.name === 'w:fldChar') {
      const type = node.attributes['w:fldCharType']
      if (type === 'begin') open.push(node)
      const begin = type === 'end' ? open.pop() : undefined
      if (begin !== undefined) finished.add(begin)
    }
    if (!isLeftOut(node.name)) node.children.forEach(walk)
  }
  walk(document)
  return finished
}

/** Content that is not read: what an accepted deletion takes away, and the second copy of newer content for older programs. */
function isLeftOut(name: string): boolean {
  return name === 'w:del' || name === 'w:moveFrom' || name === 'mc:Fallback'
}
