import { plainText } from '#formats/xml/plain-text.ts'

const HEAD = /^\uFEFF?(?:<\?xml [^<>?]*\?>)?\s*<sst(?: [\w:]+="[^"<&>]*")*\s?>/
const TAIL = /^\s*<\/sst>\s*$/
const PLAIN = /\s*<si>\s*<t(?: xml:space="preserve")?>([^<]*)<\/t>\s*<\/si>/y

/** The strings of a workbook as spreadsheets commonly write them: each one text. Null where one is written otherwise (in runs of its own look, with reading aids). */
export function scanStrings(xml: string): readonly string[] | null {
  const head = HEAD.exec(xml)
  if (head === null || !head[0].includes('="http://schemas.openxmlformats.org/spreadsheetml/2006/main"')) return null
  const strings: string[] = []
  for (let at = head[0].length; ;) {
    PLAIN.lastIndex = at
    const found = PLAIN.exec(xml)
    if (found === null) return TAIL.test(xml.slice(at)) ? strings : null
    const text = plainText(found[1] ?? '')
    if (text === null) return null
    strings.push(text)
    at = PLAIN.lastIndex
  }
}
