const ANY = /[壹贰叁参肆伍陆柒捌玖拾]/
const capitals = new Map(Array.from('壹贰叁肆伍陆柒捌玖拾参', (character, at) => [character, '一二三四五六七八九十三'.charAt(at)]))

/** 大写 numerals as the everyday ones: 肆 → 四. Only where a number stands for sure: 陆 and 伍 are surnames too. */
export function plainNumerals(text: string): string {
  return !ANY.test(text) ? text : Array.from(text, (character) => capitals.get(character) ?? character).join('')
}
