import { child, childrenNamed, switchOf, valueOf, wholeNumber, type XmlNode } from '#formats/xml/xml-node.ts'

/** What of a style is read. Undefined: the style it is based on decides. */
interface Style {
  readonly name: string
  readonly base: string | undefined
  readonly list: string | undefined
  readonly level: number | undefined
  readonly outline: number | undefined
  readonly isHidden: boolean | undefined
}

/** Properties of styles with inheritance resolved. */
export interface Styles {
  readonly defaultParagraph: string | undefined
  /** The list of a style, and the style in the chain that names it. */
  readonly listOf: (style: string | undefined) => { list: string; level: number | undefined; from: string } | undefined
  /** Heading level 1–9, if the style marks one. */
  readonly headingOf: (style: string | undefined) => number | undefined
  readonly isHidden: (style: string | undefined) => boolean
}

/** Longest chain of styles based on one another that is followed: damaged files hold circles. */
const MAX_CHAIN = 32

/** Reads styles.xml (17.7). */
export function readStyles(part: XmlNode | undefined): Styles {
  const nodes = childrenNamed(part, 'w:style')
  const styles = new Map(nodes.map((node) => [node.attributes['w:styleId'] ?? '', readStyle(node)]))
  const chain = (id: string | undefined): [id: string, style: Style][] => {
    const found: [string, Style][] = []
    for (let next = id; next !== undefined && found.length < MAX_CHAIN;) {
      const style = styles.get(next)
      if (style === undefined) break
      found.push([next, style])
      next = style.base
    }
    return found
  }
  return {
    defaultParagraph: nodes.find((node) => isDefault(node))?.attributes['w:styleId'],
    listOf: (id) => {
      const links = chain(id)
      const [from, style] = links.find(([, each]) => each.list !== undefined) ?? []
      if (from === undefined || style?.list === undefined) return undefined
      return { list: style.list, level: links.map(([, each]) => each.level).find((level) => level !== undefined), from }
    },
    headingOf: (id) => {
      const links = chain(id)
      const outline = links.map(([, style]) => style.outline).find((each) => each !== undefined)
      const named = links.map(([, style]) => headingName(style.name)).find((each) => each !== undefined)
      return outline === undefined ? named : outline < 9 ? outline + 1 : undefined
    },
    isHidden: (id) => chain(id).find(([, style]) => style.isHidden !== undefined)?.[1].isHidden ?? false,
  }
}

function isDefault(node: XmlNode): boolean {
  return node.attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(node.attributes['w:default'] ?? '')
}

function readStyle(node: XmlNode): Style {
  const properties = child(node, 'w:pPr')
  const numbering = child(properties, 'w:numPr')
  return {
    name: valueOf(node, 'w:name') ?? '',
    base: valueOf(node, 'w:basedOn'),
    list: valueOf(numbering, 'w:numId'),
    level: wholeNumber(valueOf(numbering, 'w:ilvl'), 8),
    outline: wholeNumber(valueOf(properties, 'w:outlineLvl'), 9),
    isHidden: switchOf(child(node, 'w:rPr'), 'w:vanish'),
  }
}

/** Built-in headings keep their level even where the file leaves it out. */
function headingName(name: string): number | undefined {
  const digit = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1]
  return digit === undefined ? undefined : Number(digit)
}
