-- 是否销号 of each row, kept with every step of its closures: how the one that changed last stands; null where nothing is under way or ended.
ALTER TABLE ledger_entry ADD COLUMN closure text COLLATE "C" CHECK (closure IN ('requested', 'returned', 'closed', 'terminated'));
UPDATE ledger_entry AS e
SET closure = (
  SELECT nullif(c.state, 'open') FROM closure AS c
  WHERE c.jurisdiction_id = e.jurisdiction_id AND c.commitment_id = e.commitment_id
  ORDER BY c.changed_at DESC LIMIT 1
);
