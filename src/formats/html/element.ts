import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

const UNREAD = new Set(
  'script style head template noscript nav aside footer form select button svg math iframe object embed audio video canvas'.split(' '),
)
const INLINE = new Set(
  '#text a abbr b bdi bdo big cite code del em font i img ins kbd label mark q rt ruby s samp small span strike strong sub sup time tt u var wbr o:p'.split(
    ' ',
  ),
)

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** Children of those names. */
export function elementsNamed(node: HtmlElement, ...names: readonly string[]): HtmlElement[] {
  return node.childNodes.filter((child): child is HtmlElement => isElement(child) && names.includes(child.tagName))
}

/** A whole number from 1 to `most`; 1 for anything else. */
export function numberOf(element: HtmlElement, name: string, most: number): number {
  const value = Number(attributeOf(element, name))
  return Number.isSafeInteger(value) && value >= 1 ? Math.min(value, most) : 1
}

export function attributeOf({ attrs }: HtmlElement, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value
}

/** Elements that stand in a line of text; all others begin one of their own. */
export function isInline({ nodeName }: HtmlNode): boolean {
  return INLINE.has(nodeName)
}

/** What a reader of the page does not see, or what is not its text. */
export function isUnread(element: HtmlElement): boolean {
  if (UNREAD.has(element.tagName) || attributeOf(element, 'hidden') !== undefined) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(attributeOf(element, 'style') ?? '')
}
