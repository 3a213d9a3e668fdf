import type { DocumentDates } from '#compiler/draft/document-day.ts'
import type { Clause } from '#core/draft/clause.ts'
import type { Nature, Period } from '#core/draft/reading.ts'
import type { Day } from '#core/day/day.ts'
import type { Certain } from '#core/text/certain.ts'
import type { Span } from '#core/text/span.ts'

/**
 * What a stretch of text is for, which decides how it is read:
 * - `action`: measures, tasks, rows, safeguards: promises are looked for, sentences without a number become `achieved`.
 * - `objective`: goals: only quantified promises.
 * - `history`: findings, progress, completed work, preambles: nothing is promised.
 * - `timeLimit`: the 完成时限 line, cell or parenthesis of a measure or row.
 * - `title`: headings: no commitment, at most an optional one.
 */
export type PassageRole = 'action' | 'objective' | 'history' | 'timeLimit' | 'title'

/** A stretch of text of one clause that is read as a whole; passages never overlap and come in text order. */
export interface Passage {
  readonly span: Span
  readonly clause: Clause['id']
  readonly role: PassageRole
  /** Heading of the table column the passage stands in (考核要点, 3月), where it stands in a table. */
  readonly column: string | null
}

/** Who answers and by when, for a clause: its own label lines, cells or trailing parenthesis, else inherited from the clause above. */
export interface Responsibility {
  readonly leaders: readonly Certain<string>[]
  readonly leadOrgs: readonly Certain<string>[]
  readonly supportingOrgs: readonly Certain<string>[]
  readonly owners: readonly Certain<string>[]
  readonly nature: Certain<Nature> | null
  /** A time limit of the whole row or measure that has no passage of its own (a schedule cell `4月`). */
  readonly dueOn: Certain<Day> | null
  /** The day of its own 完成时限 line, cell or note: due day of what it promises without a number. */
  readonly limitOn: Certain<Day> | null
  /** How often what stands in a row is done, where its schedule cell says nothing else: 每月. */
  readonly rhythm: Certain<Period> | null
}

/** Who answers for some sentences of a clause, where its text says so of them alone. */
interface Answered {
  readonly span: Span
  readonly responsibility: Responsibility
}

/** The outline of a document: its clauses in text order, what is to be read, and who answers for each clause (by clause id). */
export interface Outline {
  readonly title: string
  /** The dates the document bears, where they are known already. */
  readonly dates?: DocumentDates
  readonly clauses: readonly Clause[]
  readonly passages: readonly Passage[]
  readonly responsibilities: ReadonlyMap<Clause['id'], Responsibility>
  readonly answered: readonly Answered[]
  /** Words within passages that say who answers, and nothing else. */
  readonly asides: readonly Span[]
}
