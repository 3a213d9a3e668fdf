import type { Clause } from '#core/draft/clause.ts'
import type { Draft, DraftCommitment } from '#core/draft/draft.ts'
import type { Certain } from '#core/text/certain.ts'
import { textOf } from '#core/text/span.ts'

/** A draft as lines that people can read and compare: the outline with its commitments, then the questions and diagnostics. */
export function renderDraft(text: string, draft: Draft): string {
  const clauses = draft.clauses.map((clause) => {
    const own = draft.commitments.filter((commitment) => commitment.clause === clause.id)
    const indent = '  '.repeat(depthOf(clause, draft.clauses))
    return [
      `${indent}${clause.kind} ${oneLine(clause.marker)}|${oneLine(clause.title)}`,
      ...own.map((commitment) => `${indent}  - ${renderCommitment(text, commitment)}`),
    ].join('\n')
  })
  const loose = draft.commitments.filter((commitment) => !draft.clauses.some((clause) => clause.id === commitment.clause))
  const questions = draft.questions.map(
    ({ code, commitments, span, suggestions }) =>
      `${code} [${commitments.map((id) => refOf(draft, id)).join(' ')}] ${span === null ? '' : `「${oneLine(textOf(text, span))}」`} → ${suggestions.map(({ value }) => value).join(' / ')}`,
  )
  const diagnostics = draft.diagnostics.map(
    ({ code, severity, span }) => `${severity} ${code} ${span === null ? '' : `「${oneLine(textOf(text, span))}」`}`,
  )
  return [
    `# ${draft.title}`,
    ...clauses,
    '# without a clause',
    ...loose.map((commitment) => `- ${renderCommitment(text, commitment)}`),
    '# questions',
    ...questions,
    '# diagnostics',
    ...diagnostics,
    '',
  ].join('\n')
}

function renderCommitment(text: string, { ref, span, reading }: DraftCommitment): string {
  const { kind, period, comparator, value, upper, unit, scope, deadline, nature } = reading
  const rhythm = period.value.every === 1 ? period.value.unit : `${period.value.unit}*${period.value.every}`
  const amount = [value, upper].flatMap((part) => (part === null ? [] : [part.value])).join('..')
  const names = [
    ['leaders', reading.leaders],
    ['lead', reading.leadOrgs],
    ['support', reading.supportingOrgs],
    ['owners', reading.owners],
  ] as const
  return [
    ref,
    kind,
    rhythm,
    comparator?.value ?? '-',
    `${amount}${unit?.value ?? ''}`,
    scope.value,
    deadline === null ? '-' : `due=${deadline.value}`,
    nature === null ? '-' : nature.value,
    ...names.flatMap(([name, people]) => (people.length === 0 ? [] : [`${name}=${joined(people)}`])),
    `「${oneLine(textOf(text, span))}」`,
  ].join(' ')
}

function joined(people: readonly Certain<string>[]): string {
  return people.map(({ value }) => value).join('、')
}

function depthOf(clause: Clause, clauses: readonly Clause[]): number {
  const parent = clauses.find(({ id }) => id === clause.parent)
  return parent === undefined ? 0 : 1 + depthOf(parent, clauses)
}

function refOf(draft: Draft, id: string): string {
  return draft.commitments.find((commitment) => commitment.id === id)?.ref ?? id
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
