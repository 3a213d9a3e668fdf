/**
 * An XML element. Names carry a fixed prefix for each known namespace (`w:p`, whatever the file calls it), unknown ones `?:`.
 * `text` is the character data directly inside, kept for elements without child elements only.
 */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly text: string
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((each) => each.name === name)
}

export function childrenNamed(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((each) => each.name === name) ?? []
}

/** The `w:val` of the named child. */
export function valueOf(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.attributes['w:val']
}

/** An on/off property (17.17.4): on when its element stands without value; undefined when it does not stand at all. */
export function switchOf(node: XmlNode | undefined, name: string): boolean | undefined {
  const found = child(node, name)
  if (found === undefined) return undefined
  return !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? '1')
}

/** A whole number in `0 … limit`, or undefined for anything else that may stand there. */
export function wholeNumber(value: string | undefined, limit: number): number | undefined {
  if (value === undefined || !/^\+?\d{1,9}$/.test(value)) return undefined
  const number = Number(value)
  return number <= limit ? number : undefined
}
