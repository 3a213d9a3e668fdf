-- 统一身份认证 and 目录: who an account is elsewhere. `issuer`: the provider's identifier, or `ldap` for the directory; `subject`: its name of the person, never an
-- address of mail.
CREATE TABLE federated_identity (
  issuer text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject),
  UNIQUE (account_id, issuer)
);

-- A sign-in under way at the provider: SM3 of the browser's secret, from which state, nonce and verifier follow; used once.
CREATE TABLE federated_attempt (
  secret_digest bytea PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('sign-in', 'link', 'confirm')),
  account_id uuid REFERENCES account (id) ON DELETE CASCADE,
  until timestamptz NOT NULL
);

-- how the session was opened: passwords of the program expire only for those who sign in with them
ALTER TABLE session ADD COLUMN via text NOT NULL DEFAULT 'password' CHECK (via IN ('password', 'directory', 'provider'));
