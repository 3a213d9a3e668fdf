import type { Draft, DraftCommitment } from '#core/draft/draft.ts'
import type { Reading } from '#core/draft/reading.ts'
import { rulesOf } from '#core/phrase-rule/rules-of.ts'
import type { Certain } from '#core/text/certain.ts'
import type { Span } from '#core/text/span.ts'

/**
 * The draft as one flat JSON object: offsets are UTF-16 indices into `text`. `commitments` have a number, a date or a recurrence; `actions`
 * promise without one; `vague` wait for a definition.
 */
export function draftJson(text: string, draft: Draft) {
  const words = ({ id, ref, clause, span, reading }: DraftCommitment) => ({
    id,
    ref,
    ...cut(text, span),
    clause,
    ...answers(reading),
    ...taught(reading),
  })
  const kindOf = (kind: string) => draft.commitments.filter(({ reading }) => reading.kind === kind)
  return {
    title: draft.title,
    text,
    commitments: draft.commitments
      .filter(({ reading }) => reading.kind !== 'achieved' && reading.kind !== 'undefined')
      .map((commitment) => commitmentJson(text, commitment)),
    actions: kindOf('achieved').map(words),
    vague: kindOf('undefined').map(words),
    clauses: draft.clauses.map(({ id, kind, marker, title, span, parent }) => ({ id, kind, marker, title, ...span, parent })),
    questions: draft.questions,
    diagnostics: draft.diagnostics,
  }
}

function commitmentJson(text: string, { id, ref, clause, span, anchor, within, reading }: DraftCommitment) {
  const { kind, period, comparator, value, upper, unit, scope, deadline, deadlineText, object, base, modality, nature } = reading
  return {
    id,
    ref,
    ...cut(text, span),
    value_start: anchor.start,
    value_end: anchor.end,
    value_text: text.slice(anchor.start, anchor.end),
    kind,
    period: period.value.unit,
    periodCount: period.value.every,
    comparator: plain(comparator),
    value: value === null ? null : Number(value.value),
    upper: upper === null ? null : Number(upper.value),
    unit: plain(unit),
    scope: scope.value,
    deadline: plain(deadline),
    deadlineText: plain(deadlineText),
    object: plain(object),
    base: plain(base),
    implied: value?.certainty === 'implied' && value.because === 'bare-recurrence',
    inherited: Object.entries({ period, comparator, scope, deadline }).flatMap(([name, found]) => (isInherited(found) ? [name] : [])),
    modality: plain(modality),
    nature: plain(nature),
    within,
    clause,
    ...answers(reading),
    ...taught(reading),
  }
}

/** Which parts were found through which 短语规则; nothing where none were. */
function taught(reading: Reading) {
  const parts = rulesOf(reading).map(({ field, rule }) => ({ field, ...rule }))
  return parts.length === 0 ? {} : { taught: parts }
}

function cut(text: string, { start, end }: Span) {
  return { start, end, text: text.slice(start, end) }
}

function answers({ leaders, leadOrgs, owners, supportingOrgs }: DraftCommitment['reading']) {
  return { lead: [...leaders, ...leadOrgs, ...owners].map(({ value }) => value), support: supportingOrgs.map(({ value }) => value) }
}

function plain<T>(found: Certain<T> | null): T | null {
  return found === null ? null : found.value
}

function isInherited(found: Certain<unknown> | null): boolean {
  return found !== null && found.certainty === 'implied' && /^inherited|^nearest/.test(found.because)
}
