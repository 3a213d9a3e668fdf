import { isHeaderCell } from './columns.ts'
import type { LabelToken } from './token.ts'
import { topicOf } from './topic.ts'
import { matchesOf } from '#compiler/source/matches.ts'

const HAN = String.raw`\p{Script=Han}`
// Without width, so that 张三 责任部门： is tried from each word on.
const withColon = new RegExp(
  String.raw`(?<![\p{L}\p{N}”》])(?=(${HAN}(?: {0,2}${HAN}){1,13}(?:\(${HAN}{1,8}\))?(?:[、/]${HAN}{1,8})?)( *[*_]{0,2} *(?::|--?(?=[ ]*[\p{L}\d]))))`,
  'gu',
)
// 责任人 冷逸尘: a blank in place of the colon, at the beginning of a line
const withBlank = new RegExp(String.raw`(?<=(?:^|[\n\u2028])[ \t]*)(${HAN}{2,8})(?=[ \t]+[^ \t\n])`, 'gu')
const inBrackets = new RegExp(String.raw`(?=([【[〔「]${HAN}(?: {0,2}${HAN}){1,13}[】\]〕」])( *:)?)`, 'gu')

/** All labels of a text (存在问题：, 【整改措施】, 责任单位：). */
export function findLabels(folded: string): LabelToken[] {
  const blank = matchesOf(withBlank, folded).filter(({ 0: words, index }) => !isHeaderCell(nextWord(folded, index + words.length)))
  return [...[withColon, inBrackets].flatMap((form) => matchesOf(form, folded)), ...blank].flatMap(labelToken)
}

function nextWord(folded: string, from: number): string {
  return /^[ \t]+(\S{1,15})/.exec(folded.slice(from, from + 24))?.[1] ?? ''
}

function labelToken(match: RegExpMatchArray): LabelToken[] {
  const [, words = '', colon = ''] = match
  const topic = topicOf(words.replaceAll(/[ 【】[\]〔〕「」]/g, ''))
  const start = match.index ?? 0
  return topic === null ? [] : [{ kind: 'label', topic, start, end: start + words.length + colon.length, before: '', nextAtLine: null }]
}
