/**
 * Where each table lives when the schema is distributed: *owned* rows lie with their jurisdiction, *reference* tables are copied everywhere,
 * *local* ones stay on the coordinator. A table that is not named here fails the tests (`lint-placement.ts`).
 */
export type Placement = 'owned' | 'reference' | 'local'

export const placement = {
  jurisdiction: 'reference',
  account: 'local',
  former_password: 'local',
  session: 'local',
  setup_token: 'local',
  unknown_sign_in: 'local',
  migration: 'local',
  journal_entry: 'owned',
  stored_file: 'owned',
  plan: 'owned',
  plan_document: 'owned',
  clause: 'owned',
  commitment: 'owned',
  ledger_entry: 'owned',
  ledger_standing: 'owned',
  ledger_edition: 'owned',
  light_setting: 'owned',
  ledger_saved_view: 'owned',
  question: 'owned',
  plan_import: 'owned',
  organisation: 'owned',
  org: 'owned',
  org_term: 'owned',
  person: 'owned',
  org_post: 'owned',
  holding: 'owned',
  org_group: 'owned',
  membership: 'owned',
  relation: 'owned',
  organisation_import: 'owned',
  occurrence_clock: 'owned',
  record_revision: 'owned',
  record_setting: 'owned',
  counting: 'owned',
  ruling: 'owned',
  occurrence: 'owned',
  evidence: 'owned',
  evidence_link: 'owned',
  register_set: 'owned',
  register: 'owned',
  period_lock: 'owned',
  work_year: 'owned',
  former_terms: 'owned',
} as const satisfies Record<string, Placement>

/** Names of the tables whose every query must name a jurisdiction. */
export const ownedTables: ReadonlySet<string> = new Set(
  Object.entries(placement).flatMap(([table, kind]) => (kind === 'owned' ? [table] : [])),
)
