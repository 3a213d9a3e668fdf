import type { Commitment } from '#core/commitment/commitment.ts'
import { ledgerColumnsOf } from '#core/ledger/columns.ts'
import { joinNames } from '#core/ledger/names.ts'
import { textOf } from '#core/text/span.ts'

/** What of a commitment's row changes with it. */
export function commitmentColumns(commitment: Commitment) {
  return {
    state: commitment.state,
    version: commitment.version,
    span: json(commitment.span),
    sentenceSpan: json(commitment.sentence),
    text: commitment.text,
    replacedBy: [...commitment.replacedBy],
    own: json(commitment.own),
    reading: JSON.stringify(commitment.reading),
    original: json(commitment.original),
    decision: json(commitment.decision),
    basis: JSON.stringify(commitment.basis),
    carried: json(commitment.carried ?? null),
    cited: json(commitment.cited ?? null),
    source: json(commitment.source ?? null),
  }
}

/** What of its ledger entry changes with it. `text`: of the plan's document. */
export function entryColumns(commitment: Commitment, text: string) {
  const { leaders, leadOrgs, owners, supportingOrgs, ...columns } = ledgerColumnsOf(commitment)
  return {
    ...columns,
    state: commitment.state,
    sentence:
      commitment.sentence === null ? (commitment.cited?.sentence.trim() ?? commitment.text) : textOf(text, commitment.sentence).trim(),
    leaders: [...leaders],
    leadOrgs: [...leadOrgs],
    owners: [...owners],
    supportingOrgs: [...supportingOrgs],
    leadersText: joinNames(leaders) || null,
    leadOrgsText: joinNames(leadOrgs) || null,
    ownersText: joinNames(owners) || null,
    supportingOrgsText: joinNames(supportingOrgs) || null,
  }
}

// as text: the driver would write an array as an array of the database, and null as JSON's null
function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}
