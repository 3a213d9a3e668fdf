-- 岗位 of accounts: the office, a leader, a unit. `initial_until`: the password was printed for them, must be changed when they first sign in, and is
-- worth nothing from then on; null once they chose their own. `signed_in_at`: last, so that accounts never used are found.
ALTER TABLE account DROP CONSTRAINT account_post_check;
ALTER TABLE account ADD CONSTRAINT account_post_check CHECK (post IN ('office', 'leader', 'unit'));
ALTER TABLE account ADD COLUMN initial_until timestamptz;
ALTER TABLE account ADD COLUMN signed_in_at timestamptz;

-- one account is one person's
CREATE UNIQUE INDEX person_account ON person (jurisdiction_id, account_id) WHERE account_id IS NOT NULL;

-- The names that commitments give for those responsible, each once: who sees which rows is found by them without looking through the ledger.
-- Names that no commitment gives any more may stay.
CREATE TABLE ledger_name (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  role text COLLATE "C" NOT NULL CHECK (role IN ('unit', 'leader')),
  name text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, role, name)
);
