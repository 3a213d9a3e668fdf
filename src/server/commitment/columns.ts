import type { Commitment } from '#core/commitment/commitment.ts'
import { ledgerColumnsOf } from '#core/ledger/columns.ts'
import { joinNames } from '#core/ledger/names.ts'
import { textOf } from '#core/text/span.ts'

/** What of a commitment's row changes with it: itself, and the ledger columns that follow from it. `text`: of the plan's document. */
export function changingColumns(commitment: Commitment, text: string) {
  const { leaders, leadOrgs, owners, supportingOrgs, ...columns } = ledgerColumnsOf(commitment)
  return {
    ...columns,
    leaders: [...leaders],
    leadOrgs: [...leadOrgs],
    owners: [...owners],
    supportingOrgs: [...supportingOrgs],
    leadersText: joinNames(leaders),
    leadOrgsText: joinNames(leadOrgs),
    ownersText: joinNames(owners),
    supportingOrgsText: joinNames(supportingOrgs),
    state: commitment.state,
    version: commitment.version,
    span: json(commitment.span),
    sentenceSpan: json(commitment.sentence),
    sentence: commitment.sentence === null ? commitment.text : textOf(text, commitment.sentence).trim(),
    text: commitment.text,
    replacedBy: [...commitment.replacedBy],
    own: json(commitment.own),
    reading: JSON.stringify(commitment.reading),
    original: json(commitment.original),
    decision: json(commitment.decision),
    basis: JSON.stringify(commitment.basis),
  }
}

// as text: the driver would write an array as an array of the database, and null as JSON's null
function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}
