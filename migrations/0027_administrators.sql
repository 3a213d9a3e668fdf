-- 三员分立: three administrators who exclude each other and every business post, and grants that a second person confirms.

-- 运行模式: since when the jurisdiction is in service; null: on trial, where the office does what the administrators do in service.
ALTER TABLE jurisdiction ADD COLUMN in_service_since timestamptz;

-- One account holds one post. 知悉级别 (`clearance`): 0 公开, 1 内部, 2 敏感, 3 高敏; administrators and accounts without a post are cleared for no business rows.
ALTER TABLE account DROP CONSTRAINT account_post_check;
ALTER TABLE account ADD CONSTRAINT account_post_check
  CHECK (post IN ('unassigned', 'office', 'leader', 'unit', 'system_admin', 'security_admin', 'audit_admin'));
ALTER TABLE account ADD COLUMN clearance smallint NOT NULL DEFAULT 1;
ALTER TABLE account ADD CONSTRAINT account_clearance_check
  CHECK (CASE WHEN post IN ('office', 'leader', 'unit') THEN clearance BETWEEN 0 AND 3 ELSE clearance = 0 END);
-- not used for so long: since it was enabled or made, where nobody has signed in since
ALTER TABLE account ADD COLUMN enabled_at timestamptz;

-- 授权申请: a post, a clearance or a lower mark, which counts once somebody else confirmed it. `subject`: the account, or what bears the mark.
CREATE TABLE grant_request (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('post', 'clearance', 'mark')),
  subject text COLLATE "C" NOT NULL,
  subject_name text NOT NULL,
  value text NOT NULL,
  former text NOT NULL,
  reason text NOT NULL CHECK (length(reason) > 0),
  requested_by uuid NOT NULL,
  requested_by_name text NOT NULL,
  requested_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'confirmed', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  PRIMARY KEY (jurisdiction_id, id),
  CHECK (num_nonnulls(decided_by, decided_by_name, decided_at) = CASE WHEN state = 'waiting' THEN 0 ELSE 3 END),
  -- nobody confirms or declines what they asked for, nor takes back what another did
  CHECK (state = 'waiting' OR (state = 'withdrawn') = (decided_by = requested_by))
);
CREATE UNIQUE INDEX grant_request_waiting ON grant_request (jurisdiction_id, kind, subject) WHERE state = 'waiting';
CREATE INDEX grant_request_at ON grant_request (jurisdiction_id, requested_at);
