import type { Span } from '#core/text/span.ts'
import { isOffice, isWording } from './office.ts'
import { endsWithDuty, readAnswer } from './read-answer.ts'
import type { Topic } from './token.ts'
import { topicOf } from './topic.ts'

/** What a part of a sentence says of who answers. `isSure`: it says so by 由 or a label, so that nothing has to stand beside it. */
export interface Duty {
  readonly topic: Topic | null
  readonly span: Span
  readonly leads: boolean
  readonly isSure: boolean
}

const opening =
  /^[-\s]*(?:(?:以上|上述|此项|该项|本项|这项|各项)(?:各项)?(?:整改|重点)?(?:任务|工作|事项|措施|问题|内容)*)?(?:均|统一)?(?<by>[,\s]*(?:交?由|责成))?/
const labelled = /^\s*(?<label>\p{Script=Han}{2,8}) *(?:为|是|:)(?<names>.+)$/su
const turned = /^(?<names>[^:]{2,40})[为是](?<label>\p{Script=Han}{2,4}(?:单位|部门|科室))$/u
const named: ReadonlySet<Topic | null> = new Set(['leader', 'leadOrg', 'supportingOrg', 'owner', 'mixed'])

/** Reads a part of a sentence that says who answers and nothing else: 由甲局牵头, 乙局配合, 责任单位为丙科; null for all others. */
export function readDuty(folded: string, part: Span): Duty | null {
  const words = folded.slice(part.start, part.end).trimEnd()
  if (words.length < 4 || words.length > 120) return null
  return labelledDuty(folded, part.start, words) ?? spokenDuty(folded, part.start, words)
}

function labelledDuty(folded: string, at: number, words: string): Duty | null {
  const match = labelled.exec(words) ?? turned.exec(words)
  const { label = '', names = '' } = match?.groups ?? {}
  const topic = topicOf(label)
  if (topic === null || !named.has(topic)) return null
  const start = at + (words.startsWith(names) ? 0 : words.length - names.length)
  const span = { start, end: start + names.length }
  const isRead = namesIn(folded, span, topic).every((name) => !isWording(name) && name.length <= 20)
  return isRead ? { topic, span, leads: topic !== 'supportingOrg', isSure: true } : null
}

function spokenDuty(folded: string, at: number, words: string): Duty | null {
  if (!endsWithDuty(words)) return null
  const [head = '', by] = opening.exec(words) ?? []
  const span = { start: at + head.length, end: at + words.length }
  const { parties, limits } = readAnswer(folded, span, null, false)
  const isBy = by !== undefined
  const isNamed = parties.every(({ name }) => isOffice(name) || (isBy && name.length <= 16 && !isWording(name)))
  if (parties.length === 0 || limits.length > 0 || !isNamed) return null
  return { topic: null, span, leads: parties.some(({ role }) => role !== 'supportingOrg'), isSure: isBy }
}

function namesIn(folded: string, span: Span, topic: Topic): string[] {
  return readAnswer(folded, span, topic, false).parties.map(({ name }) => name)
}
