/**
 * Text without what no XML holds (XML 1.0, 2.2): controls but tab and line feed, halves of surrogate pairs, U+FFFE and U+FFFF. One of them makes a whole
 * document unreadable. A vertical tab, which Word gives for a break inside a paragraph, becomes a line feed.
 */
export function allowedText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\v', '\n')
    .replaceAll(/[\uFFFE\uFFFF]|\p{Cc}/gu, (sign) => ('\t\n'.includes(sign) ? sign : ''))
}
