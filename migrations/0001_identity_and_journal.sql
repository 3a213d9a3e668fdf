-- 辖区: the tenant and the distribution key. Small and rarely written: a reference table where the schema is distributed.
CREATE TABLE jurisdiction (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL
);

-- Who may sign in. Logins are unique across jurisdictions, so accounts are local. `login_key` is the login in NFKC, trimmed, lower case.
CREATE TABLE account (
  id uuid PRIMARY KEY,
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  login text NOT NULL,
  login_key text NOT NULL UNIQUE,
  name text NOT NULL,
  post text NOT NULL CHECK (post IN ('office')),
  password_hash text NOT NULL,
  password_changed_at timestamptz NOT NULL,
  failed_attempts integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX account_jurisdiction ON account (jurisdiction_id, id);

-- Hashes of earlier passwords, so that the last five are not used again.
CREATE TABLE former_password (
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  replaced_at timestamptz NOT NULL,
  password_hash text NOT NULL,
  PRIMARY KEY (account_id, replaced_at)
);

-- A signed-in browser. The token itself is never stored, only its SM3 digest.
CREATE TABLE session (
  token_digest bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  address text NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);
CREATE INDEX session_account ON session (account_id, created_at);

-- The one-time link of the first start: at most one row, gone once used.
CREATE TABLE setup_token (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  token_digest bytea NOT NULL,
  created_at timestamptz NOT NULL
);

-- Sign-ins that failed for a login nobody has: they belong to no jurisdiction, so to no journal. The login is not kept: people type passwords there.
CREATE TABLE unknown_sign_in (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  address text NOT NULL,
  request_id text NOT NULL
);

-- 操作留痕: one entry for each write, made in the transaction of the write. Append-only: the program may not change or remove one.
CREATE TABLE journal_entry (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  actor_post text,
  address text,
  request_id text NOT NULL,
  verb text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  result text NOT NULL CHECK (result IN ('done', 'refused')),
  before jsonb,
  after jsonb,
  PRIMARY KEY (jurisdiction_id, id)
);
CREATE INDEX journal_entry_at ON journal_entry (jurisdiction_id, at);
CREATE INDEX journal_entry_subject ON journal_entry (jurisdiction_id, subject_kind, subject_id);
REVOKE UPDATE, DELETE, TRUNCATE ON journal_entry FROM CURRENT_USER;

-- 上传的文件: bytes lie in the file store under their SHA-256.
CREATE TABLE stored_file (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  name text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  stored_by uuid NOT NULL,
  stored_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id)
);
CREATE INDEX stored_file_sha256 ON stored_file (jurisdiction_id, sha256);
