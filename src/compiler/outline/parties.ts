import type { Span } from '#core/text/span.ts'

/** What somebody answers as. */
export type Role = 'leader' | 'leadOrg' | 'supportingOrg' | 'owner'

/** Somebody who answers, with the words that name them. */
export interface Party {
  readonly role: Role
  readonly name: string
  readonly span: Span
}

/** What a note, a label line or a cell says about who answers and by when. */
export interface Answer {
  readonly parties: readonly Party[]
  /** Words of a time limit: 2026年6月底前，长期坚持. */
  readonly limits: readonly Span[]
  readonly natures: readonly Span[]
}
