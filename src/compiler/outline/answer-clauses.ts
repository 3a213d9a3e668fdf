import type { Day } from '#core/day/day.ts'
import type { Nature, Period } from '#core/draft/reading.ts'
import { stated, type Certain } from '#core/text/certain.ts'
import type { DutyRun } from './find-duties.ts'
import { findRecords } from './find-records.ts'
import type { HeldDuty } from './hold-duties.ts'
import type { Node } from './node.ts'
import { findOfficeHeadings } from './office-headings.ts'
import type { Responsibility } from './outline.ts'
import type { Answer, Party, Role } from './parties.ts'
import { readAnswer } from './read-answer.ts'
import { limitOf, rhythmOf, scheduleOf } from './read-limits.ts'
import type { ReadCell } from './read-rows.ts'

/** The document as answers are read from it. */
export interface Source {
  readonly text: string
  readonly folded: string
  readonly firstLeads: boolean
  readonly year: number | null
}

/** What is said of one clause itself, before anything is inherited. */
export interface OwnAnswer extends Answer {
  readonly dueOn: Certain<Day> | null
  readonly rhythm?: Certain<Period> | null
}

/**
 * Reads every answering note, label line and cell, and what texts say themselves; each holds for the clause it hangs on, or for all clauses of
 * the heading it ends.
 */
export function collectAnswers(nodes: readonly Node[], duties: readonly HeldDuty[], source: Source): Map<Node, OwnAnswer> {
  const own = new Map<Node, OwnAnswer>()
  const add = (holder: Node, answer: OwnAnswer): void => {
    const known = own.get(holder)
    own.set(holder, known === undefined ? answer : join(known, answer))
  }
  const said = duties.filter(({ stretch }) => stretch === null)
  const answered = new Set([
    ...nodes.flatMap((node) => (node.style === 'answer' && node.parent !== null ? [node.parent] : [])),
    ...said.map(({ node }) => node),
  ])
  const recordsBelow = findRecords(nodes)
  for (const node of nodes) {
    if (node.row !== null) add(node, readCells(node.row.cells, source))
    if (node.style !== 'answer' || node.parent === null) continue
    const isBlock = node.isStandalone || (node.parent.isInline && node.fields[0]?.topic != null)
    const ended = isBlock || isEnumerated(node.parent) ? headingEndedBy(node.parent, answered) : node.parent
    const holder = isBlock ? findingOf(ended) : ended
    const holders = recordsBelow.get(node) ?? [holder]
    for (const { topic, span } of node.fields) {
      const answer = { ...readAnswer(source.folded, span, topic, source.firstLeads), dueOn: null }
      // A limit is told once.
      for (const [at, one] of holders.entries()) add(one, at === 0 ? answer : { ...answer, limits: [] })
    }
  }
  for (const { node, run, isStandalone } of said) {
    const isShared = isStandalone || (run.isWhole && isEnumerated(node))
    // Cells and labels say it better.
    if ((own.get(node)?.parties.length ?? 0) > 0) continue
    add(isShared ? headingEndedBy(node, answered) : node, answerOf(run, source))
  }
  for (const [node, span] of findOfficeHeadings(nodes, source.folded)) {
    if ((own.get(node)?.parties.length ?? 0) > 0) continue
    const name = source.folded.slice(span.start, span.end)
    add(node, { parties: [{ role: 'leadOrg', name, span }], limits: [], natures: [], dueOn: null })
  }
  return own
}

/** What neighbouring parts of a sentence say of who answers. */
export function answerOf({ duties }: DutyRun, source: Source): OwnAnswer {
  const none: OwnAnswer = { parties: [], limits: [], natures: [], dueOn: null }
  const [first] = duties
  const last = duties.at(-1)
  if (first === undefined || last === undefined) return none
  const isSpoken = duties.every(({ topic }) => topic === null)
  if (isSpoken)
    return { ...readAnswer(source.folded, { start: first.span.start, end: last.span.end }, null, source.firstLeads), dueOn: null }
  return duties.reduce(
    (sum, { topic, span }) => join(sum, { ...readAnswer(source.folded, span, topic, source.firstLeads), dueOn: null }),
    none,
  )
}

function isSame(a: Party, b: Party): boolean {
  return a.role === b.role && a.name === b.name
}

function join(a: OwnAnswer, b: OwnAnswer): OwnAnswer {
  const parties = [...a.parties, ...b.parties.filter((party) => !a.parties.some((other) => isSame(party, other)))]
  return {
    parties,
    limits: [...a.limits, ...b.limits],
    natures: [...a.natures, ...b.natures],
    dueOn: a.dueOn ?? b.dueOn,
    rhythm: a.rhythm ?? b.rhythm ?? null,
  }
}

/** One of 一是…二是…, or of a list within a paragraph. */
function isEnumerated({ style, isInline }: Node): boolean {
  return (
    style === 'is' ||
    style === 'must' ||
    style === 'ordinal' ||
    (isInline && ['paren', 'circled', 'glyphParen', 'dot', 'dun', 'rightParen', 'chineseParen'].includes(style))
  )
}

/** Label lines at the end of 整改措施： hold for 整改目标： of the same finding too, where its measures stand under one label. */
function findingOf(holder: Node): Node {
  const finding = holder.parent
  if (holder.topic !== 'measure' || finding === null || finding.style === 'root') return holder
  const others = finding.children.filter((node) => node !== holder)
  return others.some(({ topic }) => topic === 'objective') && !others.some(({ topic }) => topic === 'measure') ? finding : holder
}

/** A note in a line of its own, or at the end of a paragraph, behind the last of several clauses that have none of their own holds for all of them. */
function headingEndedBy(holder: Node, answered: ReadonlySet<Node>): Node {
  const group = holder.parent
  if (group === null || group.style === 'root') return holder
  if (group.children.findLast(({ style }) => style === holder.style) !== holder) return holder
  const siblings = group.children.filter((node) => node.style === holder.style && node !== holder)
  return siblings.length > 0 && !siblings.some((sibling) => answered.has(sibling)) ? group : holder
}

function readCells(cells: readonly ReadCell[], source: Source): OwnAnswer {
  let answer: OwnAnswer = { parties: [], limits: [], natures: [], dueOn: null }
  for (const { span, meaning, inherited } of cells) {
    if (['leader', 'leadOrg', 'mixed', 'supportingOrg', 'owner', 'nature'].includes(meaning)) {
      const topic =
        meaning === 'serial' ||
        meaning === 'category' ||
        meaning === 'score' ||
        meaning === 'remark' ||
        meaning === 'schedule' ||
        meaning === 'unknown'
          ? null
          : meaning
      answer = join(answer, { ...readAnswer(source.folded, span, topic, false), dueOn: null })
    } else if (meaning === 'timeLimit') {
      answer = join(answer, { parties: [], limits: [span], natures: [], dueOn: inherited ? limitOf(span, source) : null })
    } else if (meaning === 'schedule')
      answer = join(answer, { parties: [], limits: [], natures: [], dueOn: scheduleOf(span, source), rhythm: rhythmOf(span, source) })
  }
  return answer
}

const rolesOf = { leaders: 'leader', leadOrgs: 'leadOrg', supportingOrgs: 'supportingOrg', owners: 'owner' } as const satisfies Record<
  string,
  Role
>

/** What holds for a clause: its own answers, else those of the clause above. Leaders named above stay where only offices are named below. */
export function responsibilityOf(own: OwnAnswer | undefined, above: Responsibility | null, source: Source): Responsibility | null {
  if (own === undefined) return above
  const named = (role: Role): Certain<string>[] =>
    own.parties.flatMap((party) =>
      party.role === role ? [stated(source.text.slice(party.span.start, party.span.end).replaceAll(/\s/g, ''), party.span)] : [],
    )
  const hasParties = own.parties.length > 0
  const leaders = named(rolesOf.leaders)
  const owners = named(rolesOf.owners)
  return {
    leaders: leaders.length > 0 ? leaders : (above?.leaders ?? []),
    leadOrgs: hasParties ? named(rolesOf.leadOrgs) : (above?.leadOrgs ?? []),
    supportingOrgs: hasParties ? named(rolesOf.supportingOrgs) : (above?.supportingOrgs ?? []),
    owners: hasParties ? owners : (above?.owners ?? []),
    nature: natureOf(own, source) ?? above?.nature ?? null,
    dueOn: own.dueOn,
    rhythm: own.rhythm ?? null,
    limitOn: own.limits.flatMap((span) => limitOf(span, source) ?? []).at(-1) ?? null,
  }
}

const natureWords: readonly (readonly [Nature, RegExp])[] = [
  ['immediate', /立行立改|立即整改|即知即改|即行即改|立查立改|即改/],
  ['staged', /分阶段|限期|阶段性|分步|集中整改|近期/],
  ['standing', /长期|持续|常态|经常|坚持/],
]

/** A dated limit is staged, whatever stands beside it; 立行立改 and 长期坚持 alone say so themselves. */
function natureOf({ natures, limits }: OwnAnswer, { folded }: Source): Certain<Nature> | null {
  for (const span of natures) {
    const found = natureWords.find(([, words]) => words.test(folded.slice(span.start, span.end)))
    if (found !== undefined) return stated(found[0], span)
  }
  for (const span of limits) {
    const words = folded.slice(span.start, span.end)
    if (/\d{1,2}月|年底|\d{4}|季度|上半年/.test(words)) return stated('staged', span)
    const found = natureWords.find(([, pattern]) => pattern.test(words))
    if (found !== undefined) return stated(found[0], span)
  }
  return null
}
