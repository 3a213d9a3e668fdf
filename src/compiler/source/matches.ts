/**
 * All matches of a global pattern in a text, in order: what `matchAll` gives, without the copy of the pattern that `matchAll` makes for each text, which takes longer
 * than looking through a sentence.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    // an empty match would be found again for ever
    if (match[0] === '') pattern.lastIndex += pattern.unicode && (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1
  }
  return found
}
