-- What waits is little beside what is done: drafts and what was returned are found without looking at every record.
CREATE INDEX record_revision_waiting ON record_revision (jurisdiction_id, state, entered_at) WHERE is_standing AND state IN ('draft', 'returned');

-- Which rows compute, without reading their rules.
CREATE INDEX counting_computes ON counting (jurisdiction_id, commitment_id) WHERE terms IS NOT NULL;

CREATE INDEX ledger_entry_draft ON ledger_entry (jurisdiction_id) WHERE state = 'draft';
