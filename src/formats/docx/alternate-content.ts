import { child, type XmlNode } from '#formats/xml/xml-node.ts'

/** The one branch of `mc:AlternateContent` to read: the others hold the same content again. */
export function chosenBranch(node: XmlNode): XmlNode | undefined {
  return child(node, 'mc:Choice') ?? child(node, 'mc:Fallback')
}
