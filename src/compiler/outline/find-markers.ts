import { plainNumerals } from '#compiler/lexicon/capital.ts'
import { readNumeral } from '#compiler/lexicon/numeral.ts'
import type { NumberToken, Style } from './token.ts'
import { matchesOf } from '#compiler/source/matches.ts'

const CN = '[一二三四五六七八九十百〇零]'
const LINE = String.raw`(?<=(?:^|\n)[ \t]*)`
const glyphs: readonly (readonly [Style, number, number])[] = [
  ['circled', 0x2460, 20],
  ['glyphParen', 0x2474, 20],
  ['glyphDot', 0x2488, 20],
  ['glyphChinese', 0x3220, 10],
  ['circled', 0x2776, 10],
  ['circled', 0x3280, 10],
]

// One pass over the text each; a lookbehind keeps 第一、二产业 and 1.5 apart from numbering.
const forms: readonly (readonly [Style, RegExp])[] = [
  ['part', new RegExp(`第(${CN}{1,4}|\\d{1,2})(?:部分|章|编|篇)[:、.]?`, 'g')],
  ['section', new RegExp(`第(${CN}{1,3}|\\d{1,2})节[:、.]?`, 'g')],
  ['article', new RegExp(`第(${CN}{1,5}|\\d{1,3})条[:、.]?(?![\\p{L}]{0,3}(?:规定|款|项))`, 'gu')],
  ['finding', new RegExp(`(?<![\\p{Script=Han}])(?:\\p{Script=Han}{0,6}问题(${CN}{1,3}|\\d{1,3}))[:、.]`, 'gu')],
  ['finding', new RegExp(`【\\p{Script=Han}{0,6}问题(${CN}{1,3}|\\d{1,3})】[:]?`, 'gu')],
  // 问题1 联系服务基层不经常
  ['finding', new RegExp(String.raw`${LINE}\p{Script=Han}{0,4}问题(${CN}{1,3}|\d{1,3})[ \t]+(?=\p{Script=Han})`, 'gu')],
  // 问题编号：JG-01, in a line of its own
  ['finding', /(?<=(?:^|\n)[ \t]*)(?:问题|任务|事项|整改|督办|反馈)(?:编号|序号):[ \t]*[A-Za-z]{0,6}[-_]?(\d{1,3})(?=[ \t\r]*(?:\n|$))/g],
  // 事项一：, 【督办任务3】, 任务1：, at the beginning of a line
  [
    'matter',
    new RegExp(
      String.raw`${LINE}【\p{Script=Han}{0,6}(?:任务|事项|措施|举措|项目)(${CN}{1,3}|\d{1,3})(?:】[:、.]?|[:、](?=[^】\n]{0,40}】))`,
      'gu',
    ),
  ],
  [
    'matter',
    new RegExp(
      String.raw`${LINE}(?:\p{Script=Han}{0,4}(?:任务|事项|措施|举措)(${CN}{1,3}|\d{1,3}))(?:[:、.]|[ \t]+(?=\p{Script=Han})|(?=[ \t\r]*(?:\n|$)))`,
      'gu',
    ),
  ],
  ['letter', new RegExp(String.raw`${LINE}([A-H])(?:[.、:]|[ \t]+(?=\p{Script=Han}))`, 'gu')],
  // 壹、总体要求; 壹  总体要求; 一  总体要求 in a line of its own
  // some formats lose the blank: 叁步骤安排; 伍 and 陆 are surnames
  ['capital', new RegExp(String.raw`${LINE}([壹贰叁参肆])(?=\p{Script=Han}[^\n。;,:]{2,20}[ \t]*(?:\n|$))`, 'gu')],
  ['capital', new RegExp(String.raw`${LINE}([壹贰叁参肆伍陆柒捌玖拾]{1,2})(?:[、.:][ \t]*|[ \t]+)(?=\p{Script=Han})`, 'gu')],
  // 【一】重点工程 in a line of its own
  ['chinese', new RegExp(String.raw`${LINE}【(${CN}{1,3})】(?=[^\n。;,:]{2,24}[ \t]*(?:\n|$))`, 'gu')],
  ['chinese', new RegExp(String.raw`${LINE}(${CN}{1,2})[ \t]+(?=\p{Script=Han}[^\n。;,:]{2,24}[ \t]*(?:\n|$))`, 'gu')],
  ['chinese', new RegExp(`(?<![第${CN.slice(1, -1)}\\d])(${CN}{1,4})[、.](?!\\d)`, 'g')],
  ['chineseParen', new RegExp(`\\((${CN}{1,4})\\)[、.]?`, 'g')],
  ['dot', /(?<![\d.A-Za-z-])(\d{1,3})\.(?![\d.])/g],
  // A date may follow the number at once: 3．2026年6月底前…, 3.6月底前…
  ['dot', /(?<![\d.A-Za-z-])(\d{1,3})\.(?=(?:(?:19|20)\d{2}年|\d{1,2}月))/g],
  ['dot', /(?<=(?:^|\n)[ \t]*)(\d{1,2})\.(?=\d+(?:\.\d+)?\p{Script=Han})/gu],
  ['dun', /(?<![\d.A-Za-z-])(\d{1,3})、(?!\d{1,3}(?:[、\-~至到\d]|$))/g],
  ['rightParen', /(?<![\d.A-Za-z(-])(\d{1,3})\)[、.]?/g],
  ['paren', /\((\d{1,3})\)[、.]?/g],
  ['is', new RegExp(`(?<![\\p{Script=Han}\\d])(${CN}{1,2})是(?!否)[,:]?`, 'gu')],
  ['must', new RegExp(`(?<![\\p{Script=Han}\\d])(${CN}{1,2})要(?!求|点|素)`, 'gu')],
  ['ordinal', new RegExp(`(?<![\\p{Script=Han}])第(${CN}{1,2})[,、:;]`, 'gu')],
]

/** All numbers of a text that may begin a clause, in text order. */
export function findMarkers(folded: string): NumberToken[] {
  const found = forms.flatMap(([style, form]) =>
    matchesOf(form, folded).flatMap((match) => {
      const ordinal = ordinalOf(match[1] ?? '')
      const end = match.index + match[0].length
      return ordinal > 0 ? [numberToken(style, match.index, end, ordinal, '', isDoubtful(folded, end))] : []
    }),
  )
  return [...found, ...glyphTokens(folded), ...decimalTokens(folded)]
}

function ordinalOf(written: string): number {
  if (/^[A-H]$/.test(written)) return written.charCodeAt(0) - 64
  return Number(readNumeral(plainNumerals(written)))
}

function numberToken(style: Style, start: number, end: number, ordinal: number, prefix = '', doubtful = false): NumberToken {
  return { kind: 'number', style, start, end, ordinal, prefix, isDoubtful: doubtful, before: '', nextAtLine: null, nextOfStyle: null }
}

/** Digits behind the number that are no date. */
function isDoubtful(folded: string, at: number): boolean {
  return /^\d/.test(folded.charAt(at)) && !/^(?:(?:19|20)\d{2}年|\d{1,2}月)/.test(folded.slice(at, at + 6))
}

function glyphTokens(folded: string): NumberToken[] {
  return matchesOf(/[\u2460-\u249b\u2776-\u277f\u3220-\u3229\u3280-\u3289][、.]?/g, folded).flatMap((match) => {
    const code = match[0].charCodeAt(0)
    const range = glyphs.find(([, first, count]) => code >= first && code < first + count)
    return range === undefined ? [] : [numberToken(range[0], match.index, match.index + match[0].length, code - range[1] + 1)]
  })
}

/** 1, 1.1 and 1.1.1 at the beginning of a line, with a blank or a word behind that is no unit. */
function decimalTokens(folded: string): NumberToken[] {
  const form =
    /(?<=^|[\n\r\u2028])[ \t]*(\d{1,2}(?:\.\d{1,2}){0,2})(?=[ \t]|\p{Script=Han})(?:[ \t]+(?=\p{L})|(?![万亿元年月日号个件次项%倍米吨亩家人户名天时分度点期批类条]))/gu
  return matchesOf(form, folded).flatMap((match) => {
    const number = match[1] ?? ''
    const numbers = number.split('.')
    const start = match.index + match[0].indexOf(number)
    // A bare number needs a blank behind it: 12345热线 is none.
    if (numbers.length === 1 && match[0].endsWith(number)) return []
    const style: Style = numbers.length === 1 ? 'decimal1' : numbers.length === 2 ? 'decimal2' : 'decimal3'
    return [numberToken(style, start, start + number.length, Number(numbers.at(-1)), numbers.slice(0, -1).join('.'))]
  })
}
