import type { Responsibility } from '#compiler/outline/outline.ts'
import type { Draughted, Item } from '#compiler/read/item.ts'
import { taughtScope } from '#compiler/taught/scope-as-taught.ts'
import { nothingTaught } from '#compiler/taught/taught.ts'
import { isAllWording, wordingOf } from '#compiler/taught/wording.ts'
import { pastParts } from '#compiler/refine/drop-history.ts'
import type { Extent } from '#compiler/source/sentence.ts'
import type { Reading } from '#core/draft/reading.ts'
import { implied, stated } from '#core/text/certain.ts'
import { answerersOf } from './answerers.ts'
import { findVague } from './vague.ts'
import { answering, type Drafted } from './draft-item.ts'

/** What a sentence without numbers promises: `achieved` as a whole, or `undefined` where its words wait for a definition. */
export function draftWords(draught: Draughted, clause: string, answers: Responsibility | null): Omit<Drafted, 'within'>[] {
  if (draught.role !== 'action' || !isDeed(draught) || isAllWording(draught)) return []
  const wording = wordingOf(draught)
  const vague = findVague(draught).filter((extent) => !wording.some(({ part }) => part.start === extent.start))
  if (vague.length > 0) return vague.map((extent) => wordsOf(draught, extent, 'undefined', clause, answers))
  if (draught.items.length > 0) return []
  return [wordsOf(draught, { start: 0, end: draught.sentence.text.length }, 'achieved', clause, answers)]
}

/** Labels (具体措施：), bare marks and what is told of the past promise nothing. */
function isDeed(draught: Draughted): boolean {
  const { text } = draught.sentence
  if (!/[\u4e00-\u9fff]{4}/.test(text) || text.endsWith(':')) return false
  return draught.items.length > 0 || !pastParts(draught).every(Boolean)
}

function wordsOf(
  { sentence, items, before }: Draughted,
  extent: Extent,
  kind: Reading['kind'],
  clause: string,
  answers: Responsibility | null,
): Omit<Drafted, 'within'> {
  const span = sentence.spanOf(extent)
  const due = answers?.dueOn ?? answers?.limitOn ?? null
  const said = taughtScope(sentence.text, before.taught ?? nothingTaught, extent.end)
  const scope: Item['scope'] = items[0]?.scope ?? null
  return {
    clause,
    span,
    anchor: span,
    sentence: sentence.span,
    yearIsGuessed: false,
    reading: {
      kind,
      period: implied({ unit: 'once', every: 1 }, 'no-recurrence'),
      comparator: null,
      value: null,
      upper: null,
      unit: null,
      scope:
        said !== null && 'words' in said
          ? stated(said.value, sentence.spanOf(said.words), said.rule)
          : implied(scope?.value ?? 'org', scope === null ? 'default-scope' : 'sentence-subject'),
      deadline: due === null ? null : implied(due.value, 'inherited-measure'),
      deadlineText: null,
      object: null,
      base: null,
      modality: null,
      ...answering(answerersOf(sentence, extent.start, answers)),
    },
  }
}
