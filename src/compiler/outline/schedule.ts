/** What a cell of a schedule begins with: 3月：…, 9到12月…, 全年：…. Groups: the year, two months, the whole year. */
export const scheduled =
  /^(?:(\d{4})年)?(?:(?:(\d{1,2})月?\s*(?:[-~、至到]\s*))*(\d{1,2})月(?:份|底|初|中旬?|上旬|下旬)?(?:前)?|(全年|年底))\s*[::]?/

/** Whether a line tells what is due in a month: 3月：…, 全年：…. */
export function beginsWithMonth(line: string): boolean {
  const words = line.trimStart()
  const match = scheduled.exec(words)
  return match !== null && (match[0].endsWith(':') || /^[前底]/.test(words.slice(match[0].length)))
}
