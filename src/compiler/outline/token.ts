import type { Span } from '#core/text/span.ts'

/**
 * How a list is numbered: `part` 第一部分/第一章, `section` 第一节, `article` 第一条, `letter` A., `matter` 事项一：, 【任务1】, `capital` 壹、, `chinese` 一、, `chineseParen` （一）, `finding` 反馈问题一：,
 * `dot` 1., `dun` 1、, `rightParen` 1）, `paren` （1）, `glyphParen` ⑴, `glyphDot` ⒈, `glyphChinese` ㈠, `circled` ①, `decimal1` 1, `decimal2` 1.1,
 * `decimal3` 1.1.1, `is` 一是, `must` 一要, `ordinal` 第一，.
 */
export type Style =
  | 'part'
  | 'section'
  | 'article'
  | 'letter'
  | 'matter'
  | 'capital'
  | 'chinese'
  | 'chineseParen'
  | 'finding'
  | 'dot'
  | 'dun'
  | 'rightParen'
  | 'paren'
  | 'glyphParen'
  | 'glyphDot'
  | 'glyphChinese'
  | 'circled'
  | 'decimal1'
  | 'decimal2'
  | 'decimal3'
  | 'is'
  | 'must'
  | 'ordinal'

/** What a label line or a table column speaks of. `other`: a label that nothing is read from (督办单位, 验收人员). */
export type Topic =
  | 'finding'
  | 'cause'
  | 'objective'
  | 'measure'
  | 'progress'
  | 'leader'
  | 'leadOrg'
  | 'mixed'
  | 'supportingOrg'
  | 'owner'
  | 'timeLimit'
  | 'nature'
  | 'other'

interface Placed extends Span {
  /** The last visible character before it in its line, or a blank behind a word; empty at the beginning of the line. */
  before: string
  /** The next number at the beginning of a line. */
  nextAtLine: NumberToken | null
}

/** A number that may begin a clause. `prefix`: what stands before the last number of a decimal outline (`1.2` of `1.2.3`). */
export interface NumberToken extends Placed {
  readonly kind: 'number'
  readonly style: Style
  readonly ordinal: number
  readonly prefix: string
  /** More digits follow at once: 3.5万户 may be a list's third item or a quantity. */
  readonly isDoubtful: boolean
  /** The next number of its style. */
  nextOfStyle: NumberToken | null
}

/** A label with its colon or brackets: 存在问题：, 【整改措施】. */
export interface LabelToken extends Placed {
  readonly kind: 'label'
  readonly topic: Topic
}

/** A parenthesis that says who answers: （甲局牵头，乙局配合）. */
export interface NoteToken extends Placed {
  readonly kind: 'note'
}

/** Something in a line at which a clause may begin. */
export type Token = NumberToken | LabelToken | NoteToken

const answering: ReadonlySet<Topic> = new Set(['leader', 'leadOrg', 'mixed', 'supportingOrg', 'owner', 'timeLimit', 'nature', 'other'])

/** Whether a label says who answers, by when, or the like, and opens no group of clauses. */
export function isAnswering(topic: Topic): boolean {
  return answering.has(topic)
}
