/** Nothing yet, by the kind of what ids name. */
export function noIds() {
  return {
    orgs: list(),
    people: list(),
    groups: list(),
    accounts: list(),
    plans: list(),
    clauses: list(),
    commitments: list(),
    records: list(),
    evidence: list(),
    links: list(),
    views: list(),
    imports: list(),
    recordImports: list(),
    organisationImports: list(),
    reconciliations: list(),
    locks: list(),
    questions: list(),
    entries: list(),
    posts: list(),
    closures: list(),
    draws: list(),
    handovers: list(),
    substitutions: list(),
    grants: list(),
    difficulties: list(),
    changes: list(),
    reports: list(),
    batches: list(),
    phraseRules: list(),
    revisions: list(),
    inspections: list(),
    findings: list(),
    reviews: list(),
  }
}

function list(): string[] {
  return []
}

/** Ids by the kind of what they name. */
export type Ids = Readonly<ReturnType<typeof noIds>>
