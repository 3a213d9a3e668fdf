import type { Span } from '#core/text/span.ts'
import { dayAlone, isOffice } from './office.ts'
import type { Answer, Party, Role } from './parties.ts'
import { MANNER, readNames, type Name } from './read-names.ts'
import { isAnswering, type Topic } from './token.ts'
import { topicOf } from './topic.ts'
import { matchesOf } from '#compiler/source/matches.ts'

const tail = '(?:负责|落实|抓总|组织|实施|推进|推动|办理|做好|配合|此项工作|该项工作)*'
const leads = new RegExp(`${MANNER}(?:牵头${tail}|负责${tail}(?:牵头)?|主责|主办|承办|组织实施|抓好落实|落实|实施)$`)
const supports = new RegExp(`${MANNER}(?:配合|协助|协办|协同|参与|参加|支持)${tail}$`)
const inOneBreath = /(?:牵头(?:负责)?|主办|主责)(?=[、 ]?(?:会同|配合|[\p{L}\d]{2,30}(?:配合|协办|协助|参与|负责)))|(?:会同|会商)/gu
const dated = /(?:(?:19|20)\d{2}[年.\-/]|\d{1,2}月|年底|立行立改|长期坚持|持续推进|立即整改|即知即改)/

/** 由甲局牵头, 以上任务均由乙局负责. */
const opening = /^\s*(?:(?:以上|上述|此项|该项|本项|各项)(?:各项)?(?:任务|工作|事项|措施|问题)*均?由|由|会同|会商)/
const glued =
  /^\p{Script=Han}{0,10}?(?:[院局处科庭厅县市区镇乡校所站队部司关行]长|检察长|书记|主任|总监|经理|会计师|工程师)((?!副|兼|助理|以|及|和|负责|秘书|委员|办公|分管|各)\p{Script=Han}{2,3})(?<!长|书记|主任|经理|[师室部办科处人])$/u

interface Chunk extends Span {
  /** Chunks parted by a semicolon speak of different things. */
  readonly opens: boolean
}

/**
 * Reads who answers from a note, a label's content or a cell. `topic`: what the label or the column says; null in a note without labels.
 * `firstLeads`: of several who answer in one breath only the first one leads (列第一位者为牵头单位).
 */
export function readAnswer(folded: string, span: Span, topic: Topic | null, firstLeads: boolean): Answer {
  const answer = { parties: new Array<Party>(), limits: new Array<Span>(), natures: new Array<Span>() }
  let current = topic
  let pending: Name[] = []
  const settle = (role: Role): void => {
    for (const [index, name] of pending.entries())
      answer.parties.push(partyOf(name, firstLeads && topic === null && current === null && index > 0 ? 'supportingOrg' : role))
    pending = []
  }
  const chunks = chunksOf(folded, span)
  for (const chunk of chunks) {
    const { start, end, label } = labelled(folded, chunk, chunk === chunks[0])
    if (label !== null || (chunk.opens && pending.length > 0)) settle(roleOf(current) ?? 'leadOrg')
    current = label ?? current
    const limit = answer.limits.at(-1)
    if (current === 'timeLimit' && label === null && limit !== undefined && !chunk.opens) {
      answer.limits[answer.limits.length - 1] = { start: limit.start, end }
    } else if (
      current === 'timeLimit' ||
      (label === null && current !== 'other' && (isNamed(current) ? dayAlone : dated).test(folded.slice(start, end).trim()))
    )
      answer.limits.push({ start, end })
    else if (current === 'nature') answer.natures.push({ start, end })
    else if (current === null || isNamed(current)) {
      const [verb, upTo] = verbOf(folded, start, end)
      const lead = opening.exec(folded.slice(start, Math.min(end, start + 16)))?.[0] ?? ''
      pending.push(...readNames(folded, start + lead.length, upTo))
      if (verb === 'supports' || lead.includes('会')) settle('supportingOrg')
      else if (verb !== null) settleLead(answer.parties, pending.splice(0), current, verb, firstLeads)
    }
  }
  settle(roleOf(current) ?? 'leadOrg')
  return topic === 'mixed' ? { ...answer, parties: sortMixed(answer.parties) } : answer
}

/** A牵头 leads; in A牵头，B负责 the B supports; of A、B负责 all lead, or only the first where the document says so. */
function settleLead(parties: Party[], names: readonly Name[], topic: Topic | null, verb: 'leads' | 'answers', firstLeads: boolean): void {
  const role = roleOf(topic) ?? 'leadOrg'
  const hasLead = parties.some((party) => party.role !== 'supportingOrg')
  for (const [index, name] of names.entries()) {
    const isSupporting = verb === 'answers' && ((hasLead && topic === null) || (firstLeads && index > 0))
    parties.push(partyOf(name, isSupporting ? 'supportingOrg' : role))
  }
}

function partyOf(name: Name, role: Role): Party {
  const { name: words, span } = role === 'leader' || role === 'owner' ? withoutPost(name) : name
  return { name: words, span, role: name.isSupporting ? 'supportingOrg' : role }
}

/** 副院长邵某某: the post is written to the name of the person without a blank. */
function withoutPost({ name, span, ...marks }: Name): Name {
  const person = glued.exec(name)?.[1] ?? ''
  if (person === '' || span.end - span.start !== name.length) return { name, span, ...marks }
  return { name: person, span: { start: span.end - person.length, end: span.end }, ...marks }
}

const office = /[局部委办院会署厅科处室庭组队所站镇乡村区县市司公团社校系中心行库股党]$/

/** Under 责任单位及责任人 a name that is no office is a person. */
function sortMixed(parties: readonly Party[]): Party[] {
  return parties.map((party) => {
    const isPerson = party.role === 'leadOrg' && /^[\p{Script=Han}·]{2,4}$/u.test(party.name) && !office.test(party.name)
    return isPerson ? { ...party, role: 'owner' } : party
  })
}

function roleOf(topic: Topic | null): Role | null {
  if (topic === 'leader' || topic === 'leadOrg' || topic === 'supportingOrg' || topic === 'owner') return topic
  return topic === 'mixed' ? 'leadOrg' : null
}

function isNamed(topic: Topic | null): boolean {
  return roleOf(topic) !== null
}

/** Parts between ； 。 and ，, not inside brackets; 牵头 and 会同 end a part too. */
function chunksOf(folded: string, span: Span): Chunk[] {
  const chunks: Chunk[] = []
  let depth = 0
  let start = span.start
  let opens = true
  const breaths = new Set(
    matchesOf(inOneBreath, folded.slice(span.start, span.end)).map(
      (match) => span.start + match.index + (match[0].startsWith('会') ? 0 : match[0].length),
    ),
  )
  for (let at = span.start; at <= span.end; at++) {
    const character = at === span.end ? '。' : folded.charAt(at)
    if (character === '(') depth++
    if (character === ')') depth = Math.max(0, depth - 1)
    const cuts = (depth === 0 && (';。,\n\u2028'.includes(character) || opensField(folded, at))) || at === span.end
    if (!cuts && !(breaths.has(at) && at > start)) continue
    if (folded.slice(start, at).trim() !== '') chunks.push({ start, end: at, opens })
    opens = ';。\n\u2028'.includes(character)
    start = cuts ? at + 1 : at
  }
  return chunks
}

const field = /^\s+(?:(?<label>\p{Script=Han}{2,8}) *:|(?:(?:19|20)\d{2}[年.]|\d{1,2}月))/u

/** A blank before the next label or a date: 责任单位：甲局 完成时限：10月, 甲局 3月8日前. */
function opensField(folded: string, at: number): boolean {
  if (folded.charAt(at).trim() !== '') return false
  const match = field.exec(folded.slice(at, at + 16))
  const topic = match?.groups?.['label'] === undefined ? null : topicOf(match.groups['label'])
  return match !== null && (match.groups?.['label'] === undefined || (topic !== null && isAnswering(topic)))
}

function labelled(folded: string, chunk: Chunk, isFirst: boolean): Span & { readonly label: Topic | null } {
  const colon = folded.slice(chunk.start, Math.min(chunk.end, chunk.start + 24)).indexOf(':')
  if (colon < 0) return { ...chunk, label: null }
  const words = folded.slice(chunk.start, chunk.start + colon).replaceAll(/[ 　]/g, '')
  const topic = /^(?:督导|督办|监督|验收|考核|审核|核查|销号|指导)$/.test(words) ? 'other' : topicOf(words)
  if (topic !== null && isAnswering(topic)) return { start: chunk.start + colon + 1, end: chunk.end, label: topic }
  // 信访件：…, 化解措施：…: a field of its own behind a semicolon, of which nothing is read here
  return { ...chunk, label: chunk.opens && !isFirst && /^\p{Script=Han}{2,8}$/u.test(words) && !isOffice(words) ? 'other' : null }
}

/** Whether words end by saying what somebody does for a matter: 甲局牵头, 乙局按职责分工负责, 丙局配合. */
export function endsWithDuty(words: string): boolean {
  return leads.test(words) || supports.test(words)
}

/** The verb at the end of a part and where the names before it end. */
function verbOf(folded: string, start: number, end: number): ['leads' | 'answers' | 'supports' | null, number] {
  const text = folded
    .slice(start, end)
    .trimEnd()
    .replace(/[.:]+$/, '')
  const support = supports.exec(text)
  if (support !== null) return ['supports', start + support.index]
  const lead = leads.exec(text)
  if (lead === null) return [null, start + text.length]
  return [/牵头|主责|主办/.test(lead[0]) ? 'leads' : 'answers', start + lead.index]
}
