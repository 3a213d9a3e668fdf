const MOST = 24
const LEAD = /^(?:编号|登记编号|台账编号|No\.?|#)[\s:.]*/i
const SEPARATOR = /[\s_\-—–.,、;+()[\]【】《》]/

/**
 * The numbers that a file may carry in its name, the longest first: its name without the ending, then each part of it up to a separator or where digits end;
 * after these, in the same way, the folders it lies in, the nearest first. Full-width signs are taken as their plain ones.
 */
export function numbersInName(path: string): readonly string[] {
  const parts = path
    .normalize('NFKC')
    .split(/[/\\]/)
    .filter((part) => part !== '')
  const name = (parts.at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,8}$/, '')
  return [...new Set([name, ...parts.slice(0, -1).toReversed()].flatMap(beginnings))].slice(0, MOST)
}

/** A text and its beginnings that end where a number may end. */
function beginnings(text: string): readonly string[] {
  const bare = text.trim().replace(LEAD, '')
  const ends = Array.from({ length: bare.length }, (_, index) => bare.length - index).filter((end) => isEnd(bare, end))
  return ends.map((end) => trimmed(bare.slice(0, end))).filter((number) => number !== '')
}

function isEnd(text: string, end: number): boolean {
  if (end === text.length) return true
  const [last, next] = [text[end - 1] ?? '', text[end] ?? '']
  return SEPARATOR.test(next) || last === '号' || (/[0-9]/.test(last) && !/[0-9A-Za-z]/.test(next))
}

function trimmed(text: string): string {
  let end = text.length
  while (end > 0 && SEPARATOR.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}
