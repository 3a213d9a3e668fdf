import type { Outline, Responsibility } from '#compiler/outline/outline.ts'
import type { Found, Item } from '#compiler/read/item.ts'
import type { Sentence } from '#compiler/source/sentence.ts'
import type { DraftCommitment } from '#core/draft/draft.ts'
import type { Reading } from '#core/draft/reading.ts'
import { implied, stated, type Certain } from '#core/text/certain.ts'
import { textOf } from '#core/text/span.ts'
import { answerersOf } from './answerers.ts'
import { isPast, resolve, type Calendar } from './calendar.ts'

/** A commitment before it has its id and number. `within` is the index of the one it is part of. */
export type Drafted = Omit<DraftCommitment, 'id' | 'ref' | 'within'> & { readonly within: number | null; readonly yearIsGuessed: boolean }

/** Makes the commitment of one item: every value with its span in the document, or with the reason. */
export function draftItem(
  text: string,
  sentence: Sentence,
  item: Item,
  clause: string,
  answers: Responsibility | null,
  calendar: Calendar,
): Omit<Drafted, 'within'> {
  const value = <T>(found: Found<T> | null): Certain<T> | null => (found === null ? null : certainOf(sentence, found))
  const words = (extent: Item['object']): Certain<string> | null => {
    if (extent === null) return null
    const span = sentence.spanOf(extent)
    return stated(textOf(text, span).trim(), span)
  }
  const due = dueOf(sentence, item, answers, calendar)
  const reading: Reading = {
    kind: item.kind,
    period:
      rhythmOf(item, answers) ?? (fallsDue(item, answers) ? implied({ unit: 'once', every: 1 }, 'time-limit') : periodOf(sentence, item)),
    comparator: value(item.comparator),
    value: value(item.value),
    upper: value(item.upper),
    unit: value(item.unit),
    scope: value(item.scope) ?? implied('org', 'default-scope'),
    deadline: due.deadline,
    deadlineText: item.limit !== null ? words(item.limit) : due.text,
    object: words(item.object),
    base: words(item.base),
    modality: item.modality === null ? null : stated(item.modality.value, sentence.spanOf(item.modality.words)),
    ...answering(answerersOf(sentence, item.anchor.start, answers)),
  }
  return {
    clause,
    span: sentence.spanOf(item.extent),
    anchor: sentence.spanOf(item.anchor),
    sentence: sentence.span,
    reading,
    yearIsGuessed: due.isGuessed,
  }
}

/** Who answers, as a reading has it. */
export function answering(answers: Responsibility | null): Pick<Reading, 'nature' | 'leaders' | 'leadOrgs' | 'supportingOrgs' | 'owners'> {
  const { nature = null, leaders = [], leadOrgs = [], supportingOrgs = [], owners = [] } = answers ?? {}
  return { nature, leaders, leadOrgs, supportingOrgs, owners }
}

/** Who answers for each clause: its own entry, else that of the nearest clause above. Clauses come after the ones above them. */
export function answersByClause(outline: Outline): ReadonlyMap<string, Responsibility> {
  const answers = new Map<string, Responsibility>()
  for (const { id, parent } of outline.clauses) {
    const found = outline.responsibilities.get(id) ?? (parent === null ? undefined : answers.get(parent))
    if (found !== undefined) answers.set(id, found)
  }
  return answers
}

function certainOf<T>(sentence: Sentence, found: Found<T>): Certain<T> {
  return 'words' in found ? stated(found.value, sentence.spanOf(found.words), found.rule) : implied(found.value, found.because)
}

/** The window, else once under a date or as the result of a deed, else none: a level, a cap, a limit for each case. */
function periodOf(sentence: Sentence, item: Item): Reading['period'] {
  if (item.period !== null) return certainOf(sentence, item.period)
  const isDated = item.date !== null && (item.date.words !== null || item.kind === 'count' || item.date.isHeading)
  const isOnce =
    (item.kind === 'deadline' && item.value === null) || isDated || (item.kind === 'count' && !item.isCompared && !isDistributed(item))
  return implied({ unit: isOnce ? 'once' : 'none', every: 1 }, isDated ? 'time-limit' : 'no-recurrence')
}

/** 每人联系3个项目: a level that each keeps. */
function isDistributed({ scope }: Item): boolean {
  return scope !== null && 'words' in scope && (scope.value === 'per-member' || scope.value === 'per-item')
}

/** A number of times or things, done as often as the schedule of its row says. */
function rhythmOf({ kind, period, date }: Item, answers: Responsibility | null): Reading['period'] | null {
  return kind === 'count' && period === null && date === null ? (answers?.rhythm ?? null) : null
}

/** A number to be reached once, by the day that the schedule of its row gives: 与1—2家企业签约 beside 6月—7月. */
function fallsDue(item: Item, answers: Responsibility | null): boolean {
  if (item.kind !== 'count' || item.period !== null || item.date !== null || answers?.dueOn == null) return false
  return !item.isCompared || (item.comparator.value === 'range' && !isDistributed(item))
}

interface Due {
  readonly deadline: Reading['deadline']
  readonly text: Certain<string> | null
  readonly isGuessed: boolean
}

function dueOf(sentence: Sentence, item: Item, answers: Responsibility | null, calendar: Calendar): Due {
  const nothing: Due = { deadline: null, text: null, isGuessed: false }
  if (item.date === null) {
    return fallsDue(item, answers) && answers?.dueOn ? { ...nothing, deadline: implied(answers.dueOn.value, 'inherited-measure') } : nothing
  }
  const { mark, words, text } = item.date
  const resolved = resolve(mark, calendar)
  const isGuessed = resolved?.year === 'document-year' && isPast(resolved.day, calendar)
  if (words === null)
    return {
      deadline: resolved === null ? null : implied(resolved.day, 'inherited-sentence'),
      text: implied(text, 'inherited-sentence'),
      isGuessed: false,
    }
  const span = sentence.spanOf(words)
  if (resolved === null) return { ...nothing, text: stated(text, span) }
  return {
    deadline: resolved.year === 'stated' ? stated(resolved.day, span) : implied(resolved.day, resolved.year),
    text: stated(text, span),
    isGuessed,
  }
}
