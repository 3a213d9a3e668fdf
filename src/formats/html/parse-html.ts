import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5'
import { FormatError } from '#formats/errors/format-error.ts'

/** Bounds of a page: how deep its elements stand, and how many there are once all that was left open is repeated. */
const HTML_LIMITS = { depth: 512, elements: 200_000 } as const

/** A page as browsers build it. @throws FormatError `too-deep`, `too-complex` */
export function parseHtml(text: string): DefaultTreeAdapterMap['document'] {
  return parse(text, { treeAdapter: guarded() })
}

/** Counts while the tree grows: what a few bytes can blow up is refused before it is there. */
function guarded(): TreeAdapter<DefaultTreeAdapterMap> {
  let elements = 0
  let depth = 0
  return {
    ...defaultTreeAdapter,
    createElement: (...given) => {
      if (++elements > HTML_LIMITS.elements) throw new FormatError('too-complex')
      return defaultTreeAdapter.createElement(...given)
    },
    onItemPush: () => {
      if (++depth > HTML_LIMITS.depth) throw new FormatError('too-deep')
    },
    onItemPop: () => {
      depth--
    },
  }
}
