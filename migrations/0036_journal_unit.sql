-- 单位: the unit of who did it, as it was called then. It is sealed with the entry; entries from before have none, and their leaves stay as they were.
ALTER TABLE journal_entry ADD COLUMN actor_org text;
