import type { Token } from 'markdown-it'
import { parser } from './parser.ts'

/**
 * A run of Markdown as it reads, line ends kept: without the marks of emphasis, code, links, images and HTML.
 * @param environment what the parser of blocks left behind: definitions of links
 */
export function inlineText(markdown: string, environment: Record<string, unknown>): string {
  const tokens: Token[] = []
  parser.inline.parse(markdown, parser, environment, tokens)
  return withoutPairs(tokens.map(textOfToken).join(''))
}

function textOfToken({ type, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') return '\n'
  if (type === 'html_inline') return /^<br\b/i.test(content) ? '\n' : ''
  return content
}

/**
 * `**问题：**甲` is no emphasis by the rules of CommonMark, for a closing mark must not stand between a punctuation mark and a letter; people
 * who write Chinese mean it as one.
 */
function withoutPairs(text: string): string {
  return text.replaceAll(/(\*\*|__)(?=[^\s*_])([^\n]*?[^\s*_])\1/g, '$2')
}
