-- Where the daily digest goes to; null: nowhere. Each says so for oneself.
CREATE TABLE digest_address (
  jurisdiction_id uuid NOT NULL,
  account_id uuid NOT NULL,
  email text NOT NULL,
  is_on boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, account_id)
);

-- 今日提要 by e-mail: one an account and day. `empty`: there was nothing to say, nothing went out.
CREATE TABLE digest (
  jurisdiction_id uuid NOT NULL,
  account_id uuid NOT NULL,
  on_day date NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'empty')),
  attempts integer NOT NULL,
  failure text NOT NULL DEFAULT '',
  tried_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, account_id, on_day)
);
CREATE INDEX digest_state ON digest (jurisdiction_id, state, on_day);
