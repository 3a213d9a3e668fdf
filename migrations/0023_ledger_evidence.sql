-- 佐证: how many different files are evidence of records that count for a commitment. Kept beside the standing, but by links and credits, not by occurrences.
ALTER TABLE ledger_standing ADD COLUMN files integer NOT NULL DEFAULT 0;

UPDATE ledger_standing AS s SET files = found.files
FROM (
  SELECT c.jurisdiction_id, c.commitment_id, count(DISTINCT l.evidence_id)::integer AS files
  FROM evidence_link AS l
  JOIN credit AS c ON c.jurisdiction_id = l.jurisdiction_id AND c.record_id = l.subject_id AND c.counts
  WHERE l.subject_kind = 'record' AND l.unlinked_at IS NULL
  GROUP BY c.jurisdiction_id, c.commitment_id
) AS found
WHERE s.jurisdiction_id = found.jurisdiction_id AND s.commitment_id = found.commitment_id
  AND s.edition = '00000000-0000-0000-0000-000000000000';
