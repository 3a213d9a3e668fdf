import type { CommitmentId } from '#core/commitment/commitment.ts'
import { countingsOf, referencesOf, relatedTo } from '#core/occurrence/related.ts'
import type { SubjectKey } from '#core/occurrence/subject.ts'
import { keyOf } from '#core/roster/party.ts'
import type { RegisterId } from '#core/register/field.ts'
import type { Scope } from '#core/scope/scope.ts'
import type { Terms } from '#core/terms/terms.ts'

/** What the occurrences of a commitment follow from: a register's records of one subject (`''`: of anyone; `commitment:<id>`: that name it), or another commitment. */
export interface Watch {
  readonly watched: string
  readonly subject: SubjectKey
}

export function watchedRegister(register: RegisterId): string {
  return `register:${register}`
}

export function watchedCommitment(commitment: CommitmentId): string {
  return `commitment:${commitment}`
}

/**
 * Everything the occurrences of a commitment follow from, each once: a record of another register touches nothing of it, nor does one that cannot be the
 * subject's where a subject is named. `known`: the terms of those its rules refer to.
 */
export function watchesOf(terms: Terms, known: ReadonlyMap<CommitmentId, Terms>): readonly Watch[] {
  const related = relatedTo(terms, known)
  const anyones = [
    // what must come before an event is judged by events of others too
    ...related.flatMap((each) => countingsOf(each).flatMap(({ before }) => (before === null ? [] : [before.register]))),
    ...(terms.scope.kind === 'record' ? [terms.scope.of.register] : []),
    ...(terms.rhythm.kind === 'within' ? [terms.rhythm.event.register] : []),
  ].map(watchedRegister)
  const sources = countingsOf(terms).flatMap((counting) => counting.sources)
  const own = sources.flatMap(({ register, link }) => (link === undefined ? [watchedRegister(register)] : []))
  const linked = sources.flatMap(({ register, link }) => (link === undefined ? [] : [watchedRegister(register)]))
  const named = related.flatMap(referencesOf).map(watchedCommitment)
  const subject = oneSubjectOf(terms.scope)
  const forAnyone = new Set([...anyones, ...named])
  return [
    ...[...forAnyone].map((watched) => ({ watched, subject: '' })),
    ...[...new Set(own)].filter((watched) => !forAnyone.has(watched)).map((watched) => ({ watched, subject })),
    // a record that names the commitment, whosesoever it is
    ...[...new Set(linked)]
      .filter((watched) => !forAnyone.has(watched))
      .map((watched) => ({ watched, subject: watchedCommitment(terms.commitment) })),
  ]
}

/** The one subject of a scope; '' where there may be several. */
export function oneSubjectOf(scope: Scope): Watch['subject'] {
  switch (scope.kind) {
    case 'org':
      return `org:${scope.org}`
    case 'post':
      return `post:${scope.post}`
    case 'each':
      return scope.population.kind === 'party' ? keyOf(scope.population.party) : ''
    case 'pairs':
    case 'record':
      return ''
  }
}
