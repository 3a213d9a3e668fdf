import MarkdownIt from 'markdown-it'

/** Reads blocks only; what stands inside them is read apart (`inlineText`). */
export const parser = new MarkdownIt({ html: true })
parser.core.ruler.enableOnly(['normalize', 'block'])
